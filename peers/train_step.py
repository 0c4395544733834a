"""Times training steps of a GPT-2 in PyTorch eager, f32, one thread: the peer of the pre-training engine.

Needs: pip install torch
Usage: OMP_NUM_THREADS=1 python3 peers/train_step.py [layers width heads context vocabulary sequences microBatch steps]
Prints CPU seconds of the best step and tokens per CPU second.
"""

import sys
import time

import torch
import torch.nn.functional as F

defaults = [4, 192, 6, 256, 6144, 16, 4, 4]
given = [int(text) for text in sys.argv[1:]]
L, C, H, T, V, B, M, STEPS = given + defaults[len(given):]
torch.manual_seed(1)
torch.set_num_threads(1)


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
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True).transpose(1, 2).reshape(b, t, C)
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
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.1, fused=True)
best = float("inf")
for step in range(STEPS):
    tokens = (torch.rand(B, T + 1) ** 4 * V).long()
    start = time.process_time()
    for micro in tokens.split(M):
        loss = model(micro[:, :-1], micro[:, 1:]) * (M / B)
        loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    best = min(best, time.process_time() - start)
print(f"{sum(p.numel() for p in model.parameters()):,} parameters: {best:.3f} CPU s/step, {B * T / best:.0f} tokens/CPU s")
