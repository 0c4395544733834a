"""Writes the numbers that transformers and torch give for four tiny models: what our training is held against.

Needs: pip install torch transformers safetensors
Usage: python3 peers/golden_training.py pretrain/src/test/resources/dev/ayatori/pretrain/golden
Each folder of the result is a model in Hugging Face layout (random first weights) and expected.safetensors with
  sequences        (sequences, context + 1) token ids; every step reads all of them
  gradient.NAME    of the mean cross entropy at the first weights
  losses           before each of 20 AdamW steps in f32, clipped at a global norm of 1
  weights.NAME     after the 20 steps
No Llama of transformers turns only a share of a head's channels, so Phi-3, which is the same model but for that and
for fused projections, stands in for it; its projections are parted.
"""

import json
import math
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM, Phi3Config, Phi3ForCausalLM

VOCABULARY, CONTEXT, SEQUENCES, STEPS, WARMUP = 40, 12, 8, 20, 3
PEAK, FINAL_SHARE, DECAY = 1e-2, 0.1, 0.1
# The key biases of GPT-2 have no gradient but rounding, which a smaller epsilon would blow up to whole steps.
EPSILON = 1e-4

llama = dict(vocab_size=VOCABULARY, max_position_embeddings=CONTEXT, hidden_size=16, intermediate_size=24,
             num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, rms_norm_eps=1e-5,
             attention_dropout=0.0, bos_token_id=2, eos_token_id=2, pad_token_id=None)
scaled = {"rope_type": "llama3", "rope_theta": 500.0, "factor": 4.0, "low_freq_factor": 1.0,
          "high_freq_factor": 4.0, "original_max_position_embeddings": 8}


def gpt2():
    return GPT2LMHeadModel(GPT2Config(vocab_size=VOCABULARY, n_positions=CONTEXT, n_embd=12, n_layer=2, n_head=3,
                                      resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0, bos_token_id=2, eos_token_id=2))


def tied():
    return LlamaForCausalLM(LlamaConfig(tie_word_embeddings=True, **llama))


def untied():
    return LlamaForCausalLM(LlamaConfig(tie_word_embeddings=False, attention_bias=True, rope_parameters=scaled, **llama))


def partial():
    sizes = dict(llama, num_attention_heads=2, num_key_value_heads=1)
    rope = {"rope_type": "default", "rope_theta": 10000.0, "partial_rotary_factor": 0.5}
    return Phi3ForCausalLM(Phi3Config(tie_word_embeddings=False, rope_parameters=rope, resid_pdrop=0.0,
                                      embd_pdrop=0.0, **sizes))


def loud(model):
    """Random values for every weight, gains and biases too, so that nothing hides behind a zero."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            gain = weight.dim() == 1 and name.endswith("weight")
            weight.normal_(1.0 if gain else 0.0, 0.1 if weight.dim() == 1 else 0.15)
    return model


def parted(name, value, config):
    """A tensor of Phi-3 as the tensors of a Llama."""
    head = config.hidden_size // config.num_attention_heads
    if "qkv_proj" in name:
        asked = config.num_key_value_heads * head
        parts = value.split([config.num_attention_heads * head, asked, asked])
        return {name.replace("qkv_proj", part): each for part, each in zip(("q_proj", "k_proj", "v_proj"), parts)}
    if "gate_up_proj" in name:
        return {name.replace("gate_up_proj", part): each for part, each in zip(("gate_proj", "up_proj"), value.chunk(2))}
    return {name: value}


def named(model, of):
    tensors = {}
    for name, weight in model.named_parameters():
        value = of(weight).detach()
        parts = parted(name, value, model.config) if model.config.model_type == "phi3" else {name: value}
        tensors.update({key: part.clone().contiguous() for key, part in parts.items()})
    return tensors


def learning_rate(step):
    if step <= WARMUP:
        return PEAK * step / WARMUP
    done = (step - WARMUP) / (STEPS - WARMUP)
    return PEAK * (FINAL_SHARE + (1 - FINAL_SHARE) * 0.5 * (1 + math.cos(math.pi * done)))


def loss_of(model, sequences):
    logits = model(sequences[:, :-1]).logits
    return torch.nn.functional.cross_entropy(logits.flatten(0, 1), sequences[:, 1:].flatten())


def config_of(model):
    config = model.config.to_dict()
    if model.config.model_type == "phi3":
        config.update(model_type="llama", architectures=["LlamaForCausalLM"])
    return config


def write(folder, model):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config_of(model), indent=2, sort_keys=True) + "\n")
    save_file(named(model, lambda weight: weight), folder / "model.safetensors")
    sequences = torch.randint(VOCABULARY, (SEQUENCES, CONTEXT + 1))
    expected = {"sequences": sequences}
    loss_of(model, sequences).backward()
    expected.update({f"gradient.{name}": value for name, value in named(model, lambda weight: weight.grad).items()})

    decays = [w for n, w in model.named_parameters()
              if w.dim() == 2 and not any(table in n for table in ("wte", "wpe", "embed_tokens"))]
    others = [w for w in model.parameters() if not any(w is each for each in decays)]
    optimizer = torch.optim.AdamW([{"params": decays, "weight_decay": DECAY}, {"params": others, "weight_decay": 0.0}],
                                  betas=(0.9, 0.95), eps=EPSILON)
    losses = []
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        loss = loss_of(model, sequences)
        losses.append(loss.item())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(step)
        optimizer.step()
    expected["losses"] = torch.tensor(losses)
    expected.update({f"weights.{name}": value for name, value in named(model, lambda weight: weight).items()})
    save_file(expected, folder / "expected.safetensors")
    print(f"{folder.name}: {sum(w.numel() for w in model.parameters())} weights, loss {losses[0]:.4f} to {losses[-1]:.4f}")


torch.set_num_threads(1)
for seed, make in enumerate((gpt2, tied, untied, partial)):
    torch.manual_seed(seed)
    write(Path(sys.argv[1]) / make.__name__, loud(make()))
