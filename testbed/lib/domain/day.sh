# What people of the domain do all day: log in by Kerberos, read and write files, search the directory.

share() { # HOST USER COMMANDS: on the team's share, by Kerberos
  inside "$1" env KRB5CCNAME="$work/$1.tickets" smbclient //dc1.corp.example/team --use-kerberos=required \
    --use-krb5-ccache="$work/$1.tickets" -c "$3" >>"$work/share.log" 2>&1 || true
}

log_in() { # HOST USER
  echo "Sommer-$2-7" | inside "$1" env KRB5CCNAME="$work/$1.tickets" kinit "$2@CORP.EXAMPLE" >/dev/null 2>&1 || true
  inside "$1" smbclient //dc1.corp.example/netlogon -U "$2%Sommer-$2-7" -c ls >/dev/null 2>&1 || true
}

domain_desk() { # HOST USER SECONDS
  local end=$((SECONDS + $3))
  RANDOM=${1//[!0-9]/}77
  sleep "$((RANDOM % 8))"
  log_in "$1" "$2"
  while ((SECONDS < end)); do
    case $((RANDOM % 6)) in
      0) share "$1" "$2" "get budget.ods $work/$1-budget" ;;
      1) share "$1" "$2" "put $work/www/page1.html $1-notes.html; ls" ;;
      2) inside "$1" ldapsearch -LLL -x -H ldap://dc1.corp.example -D "$2@corp.example" -w "Sommer-$2-7" -ZZ \
        -b dc=corp,dc=example "(sAMAccountName=$2)" mail >/dev/null 2>&1 || true ;;
      3) inside "$1" dig +tries=1 +time=3 SRV _ldap._tcp.corp.example >/dev/null || true ;;
      4) inside "$1" curl -sS -o /dev/null --max-time 15 --cacert "$work/tls/ca.pem" -A 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' \
        "https://www.example.com/page$((RANDOM % 6)).html" || true ;;
      5) # a wrong password now and then, put right at once
        inside "$1" smbclient //dc1.corp.example/team -U "$2%Sommer" -c ls >/dev/null 2>&1 || true
        inside "$1" smbclient //dc1.corp.example/team -U "$2%Sommer-$2-7" -c ls >/dev/null 2>&1 || true ;;
    esac
    sleep "$((5 + RANDOM % 15))"
  done
}

domain_day() { # SECONDS: four desks, in the background
  local i
  for i in 1 2 3 4; do domain_desk "ws-$i" "${people[i - 1]}" "$1" & done
}

tool() { # PROGRAM ARGUMENT...: one of impacket's, on the intruder's host
  local program=$1
  shift
  inside intruder timeout 40 python3 "$impacket/$program.py" "$@" >>"$work/$program.log" 2>&1 </dev/null || true
  echo "testbed: $program said: $(grep '^\[-\]' "$work/$program.log" || grep -v '^$' "$work/$program.log" | tail -1)"
}
