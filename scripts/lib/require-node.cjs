// Loaded before each of our scripts (node -r …), in a language that every Node reads: it says what to do where the scripts
// themselves would fail with a syntax error or a missing function.
'use strict';
var oldest = [20, 12];
var parts = process.versions.node.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    'This is Node ' +
      process.versions.node +
      ' (' +
      process.execPath +
      '). Tulkka Lessons needs Node ' +
      oldest.join('.') +
      ' or newer to begin with; what else it needs it brings itself. Install Node 24 from https://nodejs.org, open a new terminal and run the command again.',
  );
  process.exit(1);
}
