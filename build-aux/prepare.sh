# SPDX-License-Identifier: GPL-3.0-or-later
# Read by build-aux/run and build-aux/test: installs what a step needs and builds. POSIX sh.

# Messages go to standard error, so that what a script prints as its result stands alone.
say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

# packages_of COLUMN STEP…: that column of build-aux/dependencies for those steps, a name a line.
packages_of ()
{
  column=$1
  shift
  while IFS='|' read -r step debian fedora arch opensuse _; do
    step=$(echo $step)
    case " $* " in *" $step "*) ;; *) continue ;; esac
    case $column in
      debian) echo $debian ;;
      fedora) echo $fedora ;;
      arch) echo $arch ;;
      opensuse) echo $opensuse ;;
    esac
  done < "$source_dir/build-aux/dependencies"
}

# missing_packages STEP…: the packages that aren't installed, those of them that may be left out with a ?.
missing_packages ()
{
  wanted=$(packages_of debian "$@")
  # shellcheck disable=SC2086 # one word a package
  installed=" $(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $(printf '%s' "$wanted" | tr -d '?') 2>/dev/null |
    sed -n 's/ installed$//p' | tr '\n' ' ') "
  for package in $wanted; do
    case $installed in *" ${package#\?} "*) ;; *) echo "$package" ;; esac
  done
}

# as_root COMMAND…: runs it as root, or says no.
as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    say "Needs root for: $*"
    sudo "$@"
  else
    return 1
  fi
}

apt ()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" \
    < /dev/null >&2
}

# Where the release doesn't have an optional package, apt knows no version of it.
is_known ()
{
  apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

install_on_debian ()
{
  missing=$(missing_packages "$@")
  required=$(printf '%s\n' "$missing" | grep -v '^?' | tr '\n' ' ')
  optional=$(printf '%s\n' "$missing" | sed -n 's/^?//p')
  [ -n "${required% }" ] || [ -n "$optional" ] || return 0
  if [ -z "${required% }" ]; then
    known=
    for package in $optional; do
      is_known "$package" && known="$known $package"
    done
    [ -n "$known" ] || return 0
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    [ -n "${required% }" ] || return 0
    say "These packages are missing, and only root may install them:"
    say "  apt-get install ${required% }"
    die "Run that as root, or install sudo, then start this again."
  fi
  say "Installing what is missing…"
  apt update || say "The package lists could not be refreshed; going on with those that are here."
  for package in $optional; do
    is_known "$package" && required="$required$package "
  done
  # shellcheck disable=SC2086 # one word a package
  apt install --no-install-recommends $required ||
    die "apt-get could not install: $required"
}

name_packages ()
{
  . /etc/os-release 2>/dev/null || ID=unknown
  say "Installing by itself works on Debian only; this is ${PRETTY_NAME:-an unknown system}."
  case " $ID ${ID_LIKE:-} " in
    *" fedora "*) say "On Fedora: dnf install $(packages_of fedora "$@" | sort -u | tr '\n' ' ')" ;;
    *" arch "*) say "On Arch: pacman -S $(packages_of arch "$@" | sort -u | tr '\n' ' ')" ;;
    *suse*) say "On openSUSE: zypper install $(packages_of opensuse "$@" | sort -u | tr '\n' ' ')" ;;
    *) say "It needs what these packages of Debian hold: $(packages_of debian "$@" | tr -d '?' | tr '\n' ' ')" ;;
  esac
}

# Elsewhere only the build can tell whether all is there; meson and pkg-config name what isn't.
check_elsewhere ()
{
  lacking=
  for tool in cc meson ninja pkg-config msgfmt glib-compile-resources; do
    command -v "$tool" >/dev/null 2>&1 || lacking="$lacking $tool"
  done
  if command -v pkg-config >/dev/null 2>&1; then
    for module in $(modules); do
      pkg-config --exists "$module" || lacking="$lacking $module"
    done
  fi
  case " $* " in *" test "*)
    for tool in python3 xvfb-run xdotool dbus-run-session pdftotext; do
      command -v "$tool" >/dev/null 2>&1 || lacking="$lacking $tool"
    done ;;
  esac
  [ -n "$lacking" ] || return 0
  name_packages "$@"
  die "Missing here (commands and pkg-config modules):$lacking"
}

# The modules that meson.build asks for.
modules ()
{
  sed -n "/required:/d; s/.*dependency('\([^']*\)'.*/\1/p" "$source_dir/meson.build"
}

# prepare STEP…: what the steps need is there when it returns.
prepare ()
{
  if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    install_on_debian "$@"
  else
    check_elsewhere "$@"
  fi
}

# return_to_caller SCRIPT [ARGUMENT…]: under sudo, the rest is done as the user who called it: what
# is built is theirs then, and a window opens in their session.
return_to_caller ()
{
  if [ "$(id -u)" != 0 ] || [ "${SUDO_UID:-0}" = 0 ] ||
      [ "$(stat -c %u "$source_dir")" != "$SUDO_UID" ]; then
    return 0
  fi
  runtime=/run/user/$SUDO_UID
  [ ! -S "$runtime/bus" ] || set -- "DBUS_SESSION_BUS_ADDRESS=unix:path=$runtime/bus" "$@"
  [ ! -S "$runtime/wayland-0" ] || set -- WAYLAND_DISPLAY=wayland-0 "$@"
  [ ! -d "$runtime" ] || set -- "XDG_RUNTIME_DIR=$runtime" "$@"
  [ -z "${DISPLAY:-}" ] || set -- "DISPLAY=$DISPLAY" "$@"
  [ -z "${XAUTHORITY:-}" ] || set -- "XAUTHORITY=$XAUTHORITY" "$@"
  exec sudo -H -u "#$SUDO_UID" env "$@"
}

# configure DIRECTORY [OPTION…]: the build folder is there, made with these options.
configure ()
{
  directory=$1
  shift
  if [ -e "$directory" ] && [ ! -w "$directory" ]; then
    die "The build folder $directory belongs to someone else; remove it, or run as its owner."
  fi
  if [ "$(cat "$directory/options" 2>/dev/null)" != "$*" ]; then
    rm -rf "$directory"
  fi
  if [ ! -f "$directory/build.ninja" ]; then
    mkdir -p "$directory"
    quietly "$directory/setup.log" meson setup "$@" "$directory" "$source_dir"
    printf '%s' "$*" > "$directory/options"
  fi
}

# quietly LOG COMMAND…: its output goes to LOG, and to the terminal only where it fails.
quietly ()
{
  log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" > "$log" 2>&1 < /dev/null && return 0
  cat "$log" >&2
  die "This failed: $*"
}
