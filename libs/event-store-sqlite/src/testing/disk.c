/*
 * Stands between a program and its disk (LD_PRELOAD), for the specs of faults. For files in the folder DISK_FOLDER it
 * records every write, cut and sync, in the order in which they were done, into DISK_LOG; with DISK_FAILS_AFTER=n
 * every sync of a file whose name ends in "-wal" fails after the first n.
 * One record: kind (1 byte), then numbers of 8 bytes: offset, length of the name, length of the data; then both.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int record_to = -1;
static long syncs = 0;

/* The name of a file in the folder; 0 for any other. */
static int name_of(int fd, char *name, size_t size) {
  const char *folder = getenv("DISK_FOLDER");
  char link[64], path[4096];
  ssize_t length;
  if (folder == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  if (strncmp(path, folder, strlen(folder)) != 0 || path[strlen(folder)] != '/') return 0;
  snprintf(name, size, "%s", path + strlen(folder) + 1);
  return 1;
}

static void put(const void *bytes, size_t length) {
  while (length > 0) {
    ssize_t done = write(record_to, bytes, length);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done;
    length -= done;
  }
}

static void note(char kind, const char *name, uint64_t offset, const void *data, uint64_t length) {
  uint64_t numbers[3] = { offset, strlen(name), length };
  const char *log = getenv("DISK_LOG");
  if (log == NULL) return;
  if (record_to < 0) record_to = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  put(&kind, 1);
  put(numbers, sizeof numbers);
  put(name, numbers[1]);
  if (length > 0) put(data, length);
}

#define REAL(type, name) type real = (type)dlsym(RTLD_NEXT, name)

typedef ssize_t (*pwrite_function)(int, const void *, size_t, off_t);
static ssize_t written(const char *symbol, int fd, const void *data, size_t length, off_t offset) {
  REAL(pwrite_function, symbol);
  char name[4096];
  ssize_t done;
  if (!name_of(fd, name, sizeof name)) return real(fd, data, length, offset);
  pthread_mutex_lock(&turn);
  done = real(fd, data, length, offset);
  if (done > 0) note('w', name, offset, data, done);
  pthread_mutex_unlock(&turn);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return written("pwrite", fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return written("pwrite64", fd, data, length, offset); }

typedef ssize_t (*write_function)(int, const void *, size_t);
ssize_t write(int fd, const void *data, size_t length) {
  REAL(write_function, "write");
  char name[4096];
  ssize_t done;
  off_t offset;
  if (fd == record_to || !name_of(fd, name, sizeof name)) return real(fd, data, length);
  pthread_mutex_lock(&turn);
  offset = lseek(fd, 0, SEEK_CUR);
  done = real(fd, data, length);
  if (done > 0) note('w', name, offset, data, done);
  pthread_mutex_unlock(&turn);
  return done;
}

typedef int (*truncate_function)(int, off_t);
static int cut(const char *symbol, int fd, off_t length) {
  REAL(truncate_function, symbol);
  char name[4096];
  int done;
  if (!name_of(fd, name, sizeof name)) return real(fd, length);
  pthread_mutex_lock(&turn);
  done = real(fd, length);
  if (done == 0) note('t', name, length, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
int ftruncate(int fd, off_t length) { return cut("ftruncate", fd, length); }
int ftruncate64(int fd, off64_t length) { return cut("ftruncate64", fd, length); }

typedef int (*sync_function)(int);
static int synced(const char *symbol, int fd) {
  REAL(sync_function, symbol);
  const char *fails = getenv("DISK_FAILS_AFTER");
  char name[4096];
  int done;
  if (!name_of(fd, name, sizeof name)) return real(fd);
  if (fails != NULL && strlen(name) > 4 && strcmp(name + strlen(name) - 4, "-wal") == 0 && ++syncs > atol(fails)) {
    errno = EIO;
    return -1;
  }
  pthread_mutex_lock(&turn);
  done = real(fd);
  if (done == 0) note('s', name, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
int fsync(int fd) { return synced("fsync", fd); }
int fdatasync(int fd) { return synced("fdatasync", fd); }
