// Loaded into a process that we start but did not write: when its parent is gone, however it died, it ends as well.
process.on('disconnect', () => {
  // On Windows a signal to a process ends it on the spot; its own listeners can be told instead.
  const heard = process.platform === 'win32' && process.emit('SIGTERM', 'SIGTERM');
  if (!heard) process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
