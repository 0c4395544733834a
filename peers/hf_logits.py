"""Compares our logits with those of Hugging Face transformers on 20 prompts in f32.

Needs: pip install torch transformers safetensors
Usage: java -cp 'LIB/*' dev.ayatori.model.generate.DumpLogits MODEL_FOLDER logits.safetensors
       python3 peers/hf_logits.py MODEL_FOLDER logits.safetensors
Exits with 1 where any logit differs by more than 1e-4.
"""

import sys

import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM

LIMIT = 1e-4


def main(folder: str, file: str) -> int:
    ours = load_file(file)
    model, report = AutoModelForCausalLM.from_pretrained(folder, output_loading_info=True)
    model.eval().float()
    missing = [name for name in report["missing_keys"] if name != "lm_head.weight"]
    if missing or report["unexpected_keys"]:
        print("missing:", missing, "unexpected:", report["unexpected_keys"])
        return 1
    prompts = sum(name.endswith(".tokens") for name in ours)
    largest, agreed, positions = 0.0, 0, 0
    with torch.no_grad():
        for number in range(prompts):
            mine = ours[f"prompt.{number}.logits"]
            theirs = model(ours[f"prompt.{number}.tokens"][None]).logits[0]
            largest = max(largest, (mine - theirs).abs().max().item())
            agreed += (mine.argmax(-1) == theirs.argmax(-1)).sum().item()
            positions += len(mine)
    print(f"{type(model).__name__}, {sum(p.numel() for p in model.parameters()):,} parameters: {prompts} prompts,")
    print(f"{positions} positions, largest difference {largest:.2e}, same best token at {agreed}")
    return 0 if prompts == 20 and largest <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
