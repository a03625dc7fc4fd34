@echo off
rem Everything on one machine; see scripts/start.mjs.
cd /d "%~dp0"
node scripts\start.mjs %*
exit /b %ERRORLEVEL%
