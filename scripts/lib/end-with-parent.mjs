// Loaded into a process that we start but did not write: when its parent is gone, however it died, it ends as well.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
