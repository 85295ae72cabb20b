import { beforeEach, describe, expect, it, vi } from 'vitest';

const runtime = vi.hoisted(() => ({
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  listeners: new Set<(message: unknown) => unknown>(),
}));

vi.mock('../../src/browser/api.ts', () => ({
  browserApi: {
    runtime: {
      sendMessage: runtime.sendMessage,
      onMessage: {
        addListener: (listener: (message: unknown) => unknown) => runtime.listeners.add(listener),
        removeListener: (listener: (message: unknown) => unknown) => runtime.listeners.delete(listener),
      },
    },
  },
}));

const { page } = await import('../../src/browser/page.ts');

beforeEach(() => {
  runtime.sendMessage.mockReset();
  runtime.listeners.clear();
});

describe('a message to the background', () => {
  it('brings back the value of the answer', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: true, value: null });
    await expect(page.send('saveDraft', { draft: null })).resolves.toBeNull();
    expect(runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({
      type: 'saveDraft',
      input: { draft: null },
    });
  });

  it('fails with the background’s own problem', async () => {
    const problem = { code: 'SERVICE_UNREACHABLE', params: { service: 'The USI Registry' } };
    runtime.sendMessage.mockResolvedValue({ ok: false, problem });
    await expect(page.send('status', {})).rejects.toMatchObject({ name: 'Problem', ...problem });
  });

  it('fails with a problem when nobody answers', async () => {
    runtime.sendMessage.mockResolvedValue(undefined);
    await expect(page.send('status', {})).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('is sent once more when the background is only just starting', async () => {
    runtime.sendMessage
      .mockRejectedValueOnce(new Error('Could not establish connection. Receiving end does not exist.'))
      .mockResolvedValueOnce({ ok: true, value: null });
    await expect(page.send('awaitLookUp', {})).resolves.toBeNull();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
  });

  it('is never sent twice after any other failure', async () => {
    runtime.sendMessage.mockRejectedValue(
      new Error('The message port closed before a response was received.'),
    );
    await expect(page.send('unlock', { password: 'x' })).rejects.toThrow();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });
});

describe('listening for a changed status', () => {
  it('hears the background’s event, not what other pages send, and answers neither', () => {
    const heard = vi.fn();
    const stop = page.onStatusChanged(heard);
    const [listener] = runtime.listeners;
    expect(listener?.({ type: 'unlock', input: { password: 'x' } })).toBeUndefined();
    expect(listener?.(null)).toBeUndefined();
    expect(heard).not.toHaveBeenCalled();
    expect(listener?.({ event: 'status-changed' })).toBeUndefined();
    expect(heard).toHaveBeenCalledOnce();
    stop();
    expect(runtime.listeners.size).toBe(0);
  });
});
