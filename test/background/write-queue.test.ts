import { expect, it, vi } from 'vitest';
import { WriteQueue } from '~/lib/background/write-queue';
import { AppError } from '~/lib/shared/app-error';

function open() {
  const written: number[] = [];
  const disk = { problem: undefined as AppError | undefined };
  const tell = vi.fn();
  const queue = new WriteQueue(tell);
  const write = (...numbers: number[]) => {
    for (const number of numbers) {
      queue.add(async () => {
        if (disk.problem) throw disk.problem;
        written.push(number);
      });
    }
    return queue.settle();
  };
  return { written, disk, tell, queue, write };
}

it('what fails is written first once there is room, in the order it came; it is told once, and that it is over', async () => {
  const { written, disk, tell, queue, write } = open();
  await write(1);
  disk.problem = new AppError('storage-full');
  await write(2, 3);
  await write(4);
  expect(written).toEqual([1]);
  expect(tell.mock.calls).toEqual([[{ code: 'storage-full' }]]);
  expect(queue.failed).toBe(true);
  disk.problem = undefined;
  await write(5);
  expect(written).toEqual([1, 2, 3, 4, 5]);
  expect(tell.mock.calls.slice(1)).toEqual([[undefined]]);
  expect(queue.failed).toBe(false);
});

it('what was dropped is never written, nor what a database of a newer version has refused', async () => {
  const { written, disk, queue, write } = open();
  disk.problem = new AppError('storage-full');
  await write(1);
  queue.drop();
  disk.problem = new AppError('storage-newer');
  await write(2);
  disk.problem = undefined;
  await write(3);
  expect(written).toEqual([3]);
});

it('what a database of a newer version has refused stays unwritten, however often it is asked for', async () => {
  const { disk, tell, queue, write } = open();
  disk.problem = new AppError('storage-newer');
  await write(1);
  await queue.settle();
  expect(queue.failed).toBe(true);
  expect(tell.mock.calls).toEqual([[{ code: 'storage-newer' }]]);
});
