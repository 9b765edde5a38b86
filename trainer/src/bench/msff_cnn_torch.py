#!/usr/bin/python3
"""Training speed of MSFF-CNN in PyTorch on one thread, to compare with

    taskset -c 1 ./ferlive train --net msff-cnn --benchmark

Run it in turn with that, with nothing else running (Debian: apt install python3-torch):

    taskset -c 1 /usr/bin/python3 trainer/src/bench/msff_cnn_torch.py

The same layers and batches of 64 in the order that PyTorch likes best (channels_last), SGD with
Nesterov momentum; no augmentation and no moving average, which the trainer's figure includes.
"""
import time

import torch
from torch import nn
from torch.nn import functional

BATCH = 64
WARM_UP = 20.0
SPAN = 20.0
WINDOW = 0.7


def conv(inputs, outputs, kernel, stride=1, bias=False):
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=bias)


class Block(nn.Module):
    """Four branches of different fields, normalised once and mixed by a 3x3 convolution."""

    def __init__(self, inputs, point, small, large, coarse):
        super().__init__()
        width = point + small + large + coarse
        self.point = conv(inputs, point, 1)
        self.small = conv(inputs, small, 3)
        self.narrow = conv(inputs, large, 1, bias=True)
        self.large = conv(large, large, 5)
        self.coarse = conv(inputs, coarse, 3)
        self.norm = nn.BatchNorm2d(width)
        self.mix = conv(width, width, 3)
        self.mix_norm = nn.BatchNorm2d(width)

    def forward(self, x):
        half = functional.interpolate(self.coarse(functional.avg_pool2d(x, 2)), scale_factor=2)
        large = self.large(functional.relu(self.narrow(x)))
        branches = torch.cat([self.point(x), self.small(x), large, half], 1)
        joined = functional.relu(self.norm(branches))
        return functional.relu(self.mix_norm(self.mix(joined)) + joined)


class MsffCnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(conv(1, 24, 5, 2), nn.BatchNorm2d(24), nn.ReLU(True))
        self.first = Block(24, 8, 16, 4, 4)
        self.second = Block(32, 16, 32, 8, 8)
        self.third = Block(64, 32, 80, 28, 20)
        self.deep = Block(160, 32, 80, 28, 20)
        self.fuse = nn.Sequential(conv(256, 256, 1), nn.BatchNorm2d(256), nn.ReLU(True))
        self.classify = nn.Sequential(nn.Dropout(0.3), nn.Linear(256, 7))

    def forward(self, x):
        first = self.first(self.stem(x))
        second = self.second(functional.max_pool2d(first, 2))
        deep = self.deep(self.third(functional.max_pool2d(second, 2)))
        maps = [functional.avg_pool2d(first, 4), functional.avg_pool2d(second, 2), deep]
        return self.classify(self.fuse(torch.cat(maps, 1)).mean((2, 3)))


def main():
    torch.set_num_threads(1)
    network = MsffCnn().to(memory_format=torch.channels_last).train()
    optimizer = torch.optim.SGD(
        network.parameters(), lr=0.01, momentum=0.9, nesterov=True, weight_decay=5e-4
    )
    faces = torch.randn(BATCH, 1, 48, 48).to(memory_format=torch.channels_last)
    targets = torch.softmax(torch.randn(BATCH, 7), 1)

    def step():
        optimizer.zero_grad()
        loss = -(functional.log_softmax(network(faces), 1) * targets).sum(1).mean()
        loss.backward()
        optimizer.step()

    end = time.monotonic() + WARM_UP
    while time.monotonic() < end:
        step()
    start = window = time.monotonic()
    steps = in_window = 0
    best = 0.0
    while time.monotonic() - start < SPAN:
        step()
        steps += 1
        in_window += 1
        passed = time.monotonic() - window
        if passed >= WINDOW:
            best = max(best, BATCH * in_window / passed)
            window, in_window = time.monotonic(), 0
    mean = BATCH * steps / (time.monotonic() - start)
    parameters = sum(p.numel() for p in network.parameters())
    print(f"torch {torch.__version__}, {parameters} parameters")
    print(f"training   {best:.0f} images/s over the best 0.7 s, {mean:.0f} in the mean")


if __name__ == "__main__":
    main()
