package io.aegispcap.cage;

/// Numbers of system calls of Linux on x86-64 (`asm/unistd_64.h`).
final class SystemCalls {
  static final int OPEN = 2;
  static final int CLONE = 56;
  static final int FCNTL = 72;
  static final int GETPPID = 110;
  static final int PRCTL = 157;
  static final int TGKILL = 234;
  static final int OPENAT = 257;
  static final int PRLIMIT64 = 302;
  static final int SECCOMP = 317;
  static final int CLONE3 = 435;

  /// What a virtual machine needs that reads files, computes, and starts threads; none of them
  /// reaches out of the process.
  static final int[] HARMLESS = {
    0, // read
    1, // write
    3, // close
    4, // stat
    5, // fstat
    6, // lstat
    7, // poll
    8, // lseek
    9, // mmap
    10, // mprotect
    11, // munmap
    12, // brk
    13, // rt_sigaction
    14, // rt_sigprocmask
    15, // rt_sigreturn
    17, // pread64
    19, // readv
    20, // writev
    21, // access
    24, // sched_yield
    25, // mremap
    27, // mincore
    28, // madvise
    35, // nanosleep
    39, // getpid
    60, // exit
    63, // uname
    79, // getcwd
    89, // readlink
    96, // gettimeofday
    98, // getrusage
    99, // sysinfo
    100, // times
    102, // getuid
    104, // getgid
    107, // geteuid
    108, // getegid
    110, // getppid
    131, // sigaltstack
    186, // gettid
    202, // futex
    204, // sched_getaffinity
    217, // getdents64
    218, // set_tid_address
    219, // restart_syscall
    221, // fadvise64
    228, // clock_gettime
    229, // clock_getres
    230, // clock_nanosleep
    231, // exit_group
    262, // newfstatat
    267, // readlinkat
    271, // ppoll
    273, // set_robust_list
    309, // getcpu
    318, // getrandom
    324, // membarrier
    332, // statx
    334, // rseq
    439 // faccessat2
  };

  private SystemCalls() {}
}
