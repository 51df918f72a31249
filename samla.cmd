@echo off
rem Samla from its source, on Windows: builds what is needed, quietly, and runs it. The same commands as ./samla.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "DOTNET_NOLOGO=1"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_GENERATE_ASPNET_CERTIFICATE=false"

set "PROJECT=Samla.Cli"
set "ARGUMENTS=%*"
if /i "%~1"=="test" goto test
if /i not "%~1"=="start" goto run

rem The first word is ours; the rest, quotes and all, goes to the program.
set "PROJECT=Samla.Web"
for /f "tokens=1,*" %%a in ("%ARGUMENTS%") do set "ARGUMENTS=%%b"

:run
set "FOLDER=%ROOT%artifacts\publish\%PROJECT%\release"
set "STAMP=%FOLDER%\.built"
set "NOW=%TEMP%\samla-%RANDOM%-%RANDOM%.txt"

rem Time and size of each source: when they are those of the last build, there is nothing to build.
(
  for %%f in ("%ROOT%Directory.Build.props" "%ROOT%Directory.Packages.props" "%ROOT%global.json") do @echo %%~tzf %%f
  call :list "%ROOT%src\Samla.Domain"
  call :list "%ROOT%src\Samla"
  call :list "%ROOT%src\Samla.Storage"
  call :list "%ROOT%src\%PROJECT%"
  call :list "%ROOT%reference"
  call :list "%ROOT%samples"
) >"%NOW%"
fc /b "%NOW%" "%STAMP%" >nul 2>&1 && del "%NOW%" && goto exec

where dotnet >nul 2>&1
if errorlevel 1 (
  del "%NOW%"
  echo samla: needs the .NET SDK that global.json names, and found none. Install it from https://dot.net/download, then run the same command again. 1>&2
  exit /b 2
)
if not exist "%ROOT%artifacts\logs" mkdir "%ROOT%artifacts\logs"
pushd "%ROOT%"
dotnet publish "src\%PROJECT%" --configuration Release --nologo --verbosity quiet >"artifacts\logs\publish-%PROJECT%.log" 2>&1
if errorlevel 1 (
  popd
  del "%NOW%"
  type "%ROOT%artifacts\logs\publish-%PROJECT%.log" 1>&2
  echo samla: could not build src\%PROJECT%. 1>&2
  exit /b 2
)
popd
move /y "%NOW%" "%STAMP%" >nul

:exec
if "%PROJECT%"=="Samla.Web" set "ASPNETCORE_CONTENTROOT=%FOLDER%"
"%FOLDER%\%PROJECT%.exe" %ARGUMENTS%
exit /b %ERRORLEVEL%

:test
rem The sums need more than this language has; PowerShell is part of Windows.
pushd "%ROOT%"
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$failures = 0; $results = 'artifacts\test-results';" ^
  "dotnet tool restore | Out-Null; dotnet csharpier check .;" ^
  "if ($LASTEXITCODE) { $failures++; 'failed: the format of the code; put it right with: dotnet csharpier format .' };" ^
  "if (Test-Path $results) { Remove-Item -Recurse -Force $results };" ^
  "dotnet build --configuration Release --nologo --verbosity quiet -p:TreatWarningsAsErrors=true;" ^
  "if ($LASTEXITCODE) { $failures++; 'failed: the build' } else {" ^
  "  dotnet test --configuration Release --no-build --no-progress --results-directory $results --report-xunit-xml;" ^
  "  $outcome = $LASTEXITCODE };" ^
  "$passed = 0; $failed = 0; $skipped = 0;" ^
  "foreach ($file in @(Get-ChildItem $results -Filter *.xunit.xml -ErrorAction SilentlyContinue)) {" ^
  "  $sums = ([xml](Get-Content -Raw -Encoding UTF8 $file.FullName)).assemblies.assembly;" ^
  "  $passed += [int]$sums.passed; $skipped += [int]$sums.skipped; $failed += [int]$sums.failed + [int]$sums.errors };" ^
  "if ($outcome -and -not $failed) { $failures++; 'failed: a test project ended before its time or without a test' };" ^
  "$failed += $failures; ''; '{0} passed, {1} failed, {2} skipped' -f $passed, $failed, $skipped; exit [int]($failed -gt 0)"
set "OUTCOME=%ERRORLEVEL%"
popd
exit /b %OUTCOME%

:list
for /r "%~1" %%f in (*) do @echo %%~tzf %%f
exit /b 0
