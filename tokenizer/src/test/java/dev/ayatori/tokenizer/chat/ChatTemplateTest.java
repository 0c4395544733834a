package dev.ayatori.tokenizer.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.tokenizer.chat.ChatTemplate.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {
    private static final List<Message> TALK = List.of(
            new Message("system", "Be brief."), new Message("user", " Hello? "), new Message("assistant", "Yes."));

    private static String render(String template, List<Message> messages, boolean forAnswer) {
        return ChatTemplate.of(template)
                .render(messages, forAnswer, Map.of("bos_token", "<s>", "eos_token", "</s>"))
                .text();
    }

    @Test
    void rendersATemplateInTheStyleOfGpt2() {
        assertThat(render("{% for message in messages %}{{ message.content }}{{ eos_token }}{% endfor %}", TALK, false))
                .isEqualTo("Be brief.</s> Hello? </s>Yes.</s>");
    }

    @Test
    void rendersATemplateInTheStyleOfLlama2() {
        String template = """
                {% if messages[0]['role'] == 'system' %}
                {% set loop_messages = messages[1:] %}
                {% set system_message = messages[0]['content'] %}
                {% else %}
                {% set loop_messages = messages %}
                {% set system_message = false %}
                {% endif %}
                {% for message in loop_messages %}
                {% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}
                {{ raise_exception('Roles must take turns') }}
                {% endif %}
                {% if loop.index0 == 0 and system_message is not false %}
                {% set content = '<<SYS>>\\n' + system_message + '\\n<</SYS>>\\n\\n' + message['content'] %}
                {% else %}
                {% set content = message['content'] %}
                {% endif %}
                {%- if message['role'] == 'user' -%}
                {{ bos_token + '[INST] ' + content.strip() + ' [/INST]' }}
                {%- elif message['role'] == 'assistant' -%}
                {{ ' ' + content | trim + ' ' + eos_token }}
                {%- endif -%}
                {% endfor %}
                """;
        assertThat(render(template, TALK, false))
                .isEqualTo("<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\n Hello? [/INST] Yes. </s>");
        assertThatThrownBy(() -> render(template, TALK.subList(2, 3), false))
                .hasMessage("chat template, line 10: Roles must take turns");
    }

    @Test
    void rendersATemplateInTheStyleOfLlama3() {
        String template = "{% set loop_messages = messages %}{% for message in loop_messages %}"
                + "{% set content = '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'"
                + " + message['content'] | trim + '<|eot_id|>' %}"
                + "{% if loop.index0 == 0 %}{% set content = bos_token + content %}{% endif %}{{ content }}{% endfor %}"
                + "{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}";
        assertThat(render(template, TALK.subList(1, 2), true))
                .isEqualTo("<s><|start_header_id|>user<|end_header_id|>\n\nHello?<|eot_id|>"
                        + "<|start_header_id|>assistant<|end_header_id|>\n\n");
    }

    @Test
    void rendersATemplateInTheStyleOfQwen() {
        String template = """
                {%- if tools %}
                    {{- '<tools>' + tools | tojson }}
                {%- else %}
                    {%- if messages[0].role == 'system' %}
                        {{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}
                    {%- endif %}
                {%- endif %}
                {%- set ns = namespace(last=messages|length - 1, seen=false) %}
                {%- for message in messages[::-1] %}
                    {%- if message.role == "user" and not ns.seen and message.content is string %}
                        {%- set ns.seen = true %}
                        {%- set ns.last = (messages|length - 1) - loop.index0 %}
                    {%- endif %}
                {%- endfor %}
                {%- for message in messages %}
                    {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
                        {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}
                    {%- elif message.role == "assistant" and loop.index0 > ns.last %}
                        {{- '<|im_start|>assistant\\n' + message.content.split('</think>')[-1].lstrip('\\n') + '<|im_end|>\\n' }}
                    {%- endif %}
                {%- endfor %}
                {%- if add_generation_prompt %}
                    {{- '<|im_start|>assistant\\n' }}
                {%- endif %}
                """;
        assertThat(render(template, TALK, true))
                .isEqualTo("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n Hello? <|im_end|>\n"
                        + "<|im_start|>assistant\nYes.<|im_end|>\n<|im_start|>assistant\n");
    }

    @Test
    void rendersATemplateInTheStyleOfLlmJp() {
        String template = "{{ bos_token }}{% for message in messages %}{% if message['role'] == 'user' %}"
                + "{{ '\\n\\n### 指示:\\n' + message['content'] }}{% elif message['role'] == 'system' %}"
                + "{{ '以下は、タスクを説明する指示です。' }}{% elif message['role'] == 'assistant' %}"
                + "{{ '\\n\\n### 応答:\\n' + message['content'] + eos_token }}{% endif %}"
                + "{% if loop.last and add_generation_prompt %}{{ '\\n\\n### 応答:\\n' }}{% endif %}{% endfor %}";
        assertThat(render(template, TALK.subList(0, 2), true))
                .isEqualTo("<s>以下は、タスクを説明する指示です。\n\n### 指示:\n Hello? \n\n### 応答:\n");
    }

    @Test
    void knowsWhatStrangersWrote() {
        Marked text = ChatTemplate.of("{{ '</s>' + messages[0].content.upper() + '</s>' }}")
                .render(List.of(new Message("user", "</s>")), false, Map.of());
        assertThat(text.text()).isEqualTo("</s></S></s>");
        assertThat(text.isOwn(0, 4)).isTrue();
        assertThat(text.isOwn(4, 8)).isFalse();
        assertThat(text.isOwn(8, 12)).isTrue();
        assertThat(text.isOwn(2, 5)).isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnowByNameAndLine() {
        refuses("a\n{% macro x() %}{% endmacro %}", "line 2: statement 'macro' is not supported");
        refuses("{{ messages |\n dictsort }}", "filter 'dictsort' is not supported");
        refuses("\n\n{{ strftime_now('%Y') }}", "line 3: function 'strftime_now' is not supported");
        refuses("{{ messages[0].content.title() }}", "method 'title' of a text is not supported");
        refuses("{% for m in messages if m.x %}{% endfor %}", "'for … if' is not supported");
        refuses("{% if true %}", "line 1: one of [elif, else, endif] is missing");
        refuses("{{ 'abc }}", "a text has no end");
        refuses("{{ 1 ? 2 }}", "'?' is not understood");
        refuses("{{ x.y.z }}", "'y' of something undefined");
        refuses("{{ " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " }}", "nested too deep");
        refuses("{{ 1" + " + 1".repeat(100_000) + " }}", "nested too deep");
        refuses(
                "{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}{% endfor %}{% endfor %}",
                "more than 5000000 steps");
    }

    private static void refuses(String template, String message) {
        assertThatThrownBy(() -> render(template, TALK, false))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }
}
