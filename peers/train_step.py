"""Times training steps of a GPT-2 in PyTorch eager: the peer of the pre-training engine.

Needs: pip install torch
Usage: OMP_NUM_THREADS=2 python3 peers/train_step.py LAYERS,WIDTH,HEADS,CONTEXT,VOCABULARY,SEQUENCES,LANES,STEPS F32|BF16
The numbers are those of bench/training-speed.sh; what follows STEPS is not read. A lane is a micro-batch. BF16 is bf16
weights and activations beside an f32 master copy that AdamW moves, as ours.
Prints tokens per second (median and best step), CPU seconds of the best step, and the largest resident memory.
"""

import os
import resource
import sys
import time

import torch
import torch.nn.functional as F

L, C, H, T, V, B, LANES, STEPS = (int(text) for text in sys.argv[1].split(",")[:8])
BF16 = sys.argv[2] == "BF16"
M = B // LANES
torch.manual_seed(1)
torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))


class Block(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.ln_1 = torch.nn.LayerNorm(C)
        self.qkv = torch.nn.Linear(C, 3 * C)
        self.out = torch.nn.Linear(C, C)
        self.ln_2 = torch.nn.LayerNorm(C)
        self.up = torch.nn.Linear(C, 4 * C)
        self.down = torch.nn.Linear(4 * C, C)

    def forward(self, x):
        b, t, _ = x.shape
        q, k, v = (part.view(b, t, H, C // H).transpose(1, 2) for part in self.qkv(self.ln_1(x)).split(C, 2))
        if BF16:  # the bf16 kernel for processors is many times slower than the f32 one
            q, k, v = q.float(), k.float(), v.float()
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True).to(x.dtype).transpose(1, 2).reshape(b, t, C)
        x = x + self.out(y)
        return x + self.down(F.gelu(self.up(self.ln_2(x)), approximate="tanh"))


class Gpt(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.wte = torch.nn.Embedding(V, C)
        self.wpe = torch.nn.Embedding(T, C)
        self.blocks = torch.nn.ModuleList(Block() for _ in range(L))
        self.ln_f = torch.nn.LayerNorm(C)
        torch.nn.init.normal_(self.wte.weight, std=0.02)

    def forward(self, ids, targets):
        x = self.wte(ids) + self.wpe.weight[: ids.shape[1]]
        for block in self.blocks:
            x = block(x)
        logits = self.ln_f(x) @ self.wte.weight.T
        return F.cross_entropy(logits.view(-1, V), targets.reshape(-1))


model = Gpt()
master = list(model.parameters())
if BF16:
    model = Gpt().bfloat16()
    master = [parameter.detach().float() for parameter in model.parameters()]
optimizer = torch.optim.AdamW(master, lr=1e-3, weight_decay=0.1, fused=True)
walls, processor = [], []
for step in range(STEPS):
    tokens = (torch.rand(B, T + 1) ** 4 * V).long()
    wall, cpu = time.perf_counter(), time.process_time()
    for micro in tokens.split(M):
        loss = model(micro[:, :-1], micro[:, 1:]) * (M / B)
        loss.backward()
    if BF16:
        for full, half in zip(master, model.parameters()):
            full.grad = half.grad.float()
            half.grad = None
    torch.nn.utils.clip_grad_norm_(master, 1.0)
    optimizer.step()
    optimizer.zero_grad()
    if BF16:
        with torch.no_grad():
            for full, half in zip(master, model.parameters()):
                half.copy_(full)
    walls.append(time.perf_counter() - wall)
    processor.append(time.process_time() - cpu)
walls = sorted(walls[1:])
print(
    f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads, {sys.argv[2]}: "
    f"{sum(p.numel() for p in master):,} parameters, tokens/s median {B * T / walls[len(walls) // 2]:.0f} "
    f"best {B * T / walls[0]:.0f}, {min(processor):.3f} CPU s, "
    f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB"
)
