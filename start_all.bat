@echo off
rem Everything on one machine; see scripts/start.mjs.
setlocal
rem pushd, not cd: it gives a shared folder (\\server\share) a drive letter for as long as this runs.
pushd "%~dp0" || goto failed
where node >nul 2>nul
if errorlevel 1 (
  echo Node is not installed, or not on the PATH. Install Node 24 from https://nodejs.org, open a new window and start this again.
  goto failed
)
node -r ./scripts/lib/require-node.cjs scripts\start.mjs %*
if errorlevel 1 goto failed
popd
exit /b 0

:failed
set "code=%ERRORLEVEL%"
if "%code%"=="0" set "code=1"
rem A window that a double click opened would close before anybody could read why.
if not defined CI pause
popd
exit /b %code%
