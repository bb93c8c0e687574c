# Sourced by mvnw and aegis: sets JAVA_HOME to a JDK 25, or says what to install and exits.
# Plain POSIX shell, no other process unless all usual places fail: aegis pays for it at each start.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
    'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25-'* | 'JAVA_VERSION="25+'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

find_jdk_25() {
  for jdk in \
    "${JAVA_HOME-}" \
    /usr/lib/jvm/* \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.jdks/* \
    "${HOME-}"/.local/share/mise/installs/java/* \
    "${HOME-}"/.asdf/installs/java/* \
    /opt/java/* /opt/jdk* /usr/java/* /usr/local/*jdk*; do
    if [ -n "$jdk" ] && is_jdk_25 "$jdk"; then
      JAVA_HOME=$jdk
      return 0
    fi
  done
  jdk=$(command -v javac) && jdk=$(readlink -f "$jdk") || return 1
  is_jdk_25 "${jdk%/bin/javac}" && JAVA_HOME=${jdk%/bin/javac}
}

if ! find_jdk_25; then
  echo "AegisPCAP needs a JDK 25: install it (https://adoptium.net, 'sdk install java 25-tem', 'brew install openjdk@25') or point JAVA_HOME at one." >&2
  exit 1
fi
export JAVA_HOME
