@echo off
rem Start Aurum with every JVM flag that it needs.
rem   JAVA_HOME   the Java to use, 17 to 25; the one on the PATH when unset
rem   AURUM_OPTS  further JVM flags; they win over the ones below, e.g. set AURUM_OPTS=-Xmx8g
setlocal
set "AURUM_JAVA=java"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=@aurum.native.threads@"
if defined JAVA_HOME set "AURUM_JAVA=%JAVA_HOME%\bin\java"
"%AURUM_JAVA%" @aurum.jvm@ %AURUM_OPTS% -jar "%~dp0..\lib\aurum-@project.version@.jar" %*
exit /b %ERRORLEVEL%
