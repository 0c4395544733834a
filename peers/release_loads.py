"""Loads a release with Hugging Face transformers: model, tokenizer and chat template, and lets it answer.

Usage: python peers/release_loads.py RELEASE [QUESTION]
Needs: transformers, torch. Ends with 0 when everything loads and fits, else with an assertion that says what does not.
"""

import json
import os
import sys

os.environ["HF_HUB_OFFLINE"] = "1"

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer


def main(release, question):
    tokenizer = AutoTokenizer.from_pretrained(release)
    model, loading = AutoModelForCausalLM.from_pretrained(release, output_loading_info=True)
    assert not loading["missing_keys"], f"tensors missing: {loading['missing_keys']}"
    assert not loading["unexpected_keys"], f"tensors too many: {loading['unexpected_keys']}"
    assert not loading["mismatched_keys"], f"tensors of another shape: {loading['mismatched_keys']}"
    assert len(tokenizer) == model.config.vocab_size, (len(tokenizer), model.config.vocab_size)
    assert tokenizer.eos_token_id == model.config.eos_token_id, "the end token of tokenizer and model differ"
    assert tokenizer.model_max_length == model.config.n_positions, "the context of tokenizer and model differ"

    text = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], tokenize=False, add_generation_prompt=True)
    expected = f"<|user|>{question}<|assistant|>"
    assert text == expected, f"the template gives {text!r}, expected {expected!r}"
    ids = tokenizer(text, return_tensors="pt", add_special_tokens=False)
    user, assistant = tokenizer.convert_tokens_to_ids(["<|user|>", "<|assistant|>"])
    assert ids.input_ids[0, 0] == user and ids.input_ids[0, -1] == assistant, "the roles are not single tokens"
    assert tokenizer.decode(ids.input_ids[0], skip_special_tokens=True) == question, "the question does not survive"

    torch.manual_seed(1)
    answer = model.generate(**ids, max_new_tokens=60, do_sample=False, pad_token_id=tokenizer.pad_token_id)
    print(json.dumps({
        "parameters": sum(p.numel() for p in model.parameters()),
        "vocabulary": len(tokenizer),
        "question": question,
        "answer": tokenizer.decode(answer[0, ids.input_ids.shape[1]:], skip_special_tokens=True),
    }, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else "BeanUtilは何をするクラスですか。")
