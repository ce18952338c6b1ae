"""A Slurm of its own for a test: a controller and two workers on this machine, on loopback, in a folder that is thrown away."""
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import time

PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
CONFIG = """
ClusterName=dateline
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
SchedulerParameters=sched_interval=1,sched_min_interval=0
MinJobAge=3600
JobCompType=jobcomp/filetxt
JobCompLoc={folder}/jobs.txt
NodeName=worker1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 RealMemory=1000 State=UNKNOWN
NodeName=worker2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 RealMemory=1000 State=UNKNOWN
PartitionName=all Nodes=worker1,worker2 Default=YES MaxTime=10 State=UP
"""


def missing():
    """The first program of Slurm that is not installed; None if all are there."""
    return next((name for name in ("munged", "slurmctld", "slurmd", "sbatch", "sinfo") if not shutil.which(name, path=PATH)), None)


def free_ports(count):
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


class Cluster:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.processes = []
        self.env = {**os.environ, "SLURM_CONF": str(self.folder / "slurm.conf"), "PATH": PATH}

    def start(self):
        (self.folder / "state").mkdir()
        # Munge refuses a key or folders that others may write to.
        self.folder.chmod(0o755)
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(64))
        key.chmod(0o600)
        user = pwd.getpwuid(os.getuid()).pw_name
        host = socket.gethostname().split(".")[0]
        (self.folder / "slurm.conf").write_text(CONFIG.format(folder=self.folder, host=host, user=user, ports=free_ports(3)), encoding="utf-8")
        files = {name: f"--{name}-file={self.folder}/munge.{name}" for name in ("key", "log", "pid", "seed")}
        self.run_daemon("munged", "--foreground", "--force", f"--socket={self.folder}/munge.socket", *files.values())
        self.wait_until(lambda: (self.folder / "munge.socket").exists(), "munged")
        self.run_daemon("slurmctld", "-D", "-i")
        for node in ("worker1", "worker2"):
            self.run_daemon("slurmd", "-D", "-N", node)
        self.wait_until(lambda: self.run("sinfo", "-h", "-N", "-o", "%T", check=False).stdout.split() == ["idle", "idle"], "two idle workers")

    def run_daemon(self, name, *arguments):
        log = open(self.folder / f"{name}-{len(self.processes)}.out", "wb")  # it lives as long as the daemon
        self.processes.append(subprocess.Popen([shutil.which(name, path=PATH), *arguments], stdout=log, stderr=log, env=self.env, start_new_session=True))
        log.close()

    def run(self, name, *arguments, cwd=None, check=True, timeout=300):
        done = subprocess.run([shutil.which(name, path=PATH), *map(str, arguments)], capture_output=True, text=True, env=self.env, cwd=cwd, check=False, timeout=timeout)
        if check and done.returncode != 0:
            raise AssertionError(f"{name} {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}\n{self.logs()}")
        return done

    def wait_until(self, ready, what, seconds=40):
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end or any(p.poll() is not None for p in self.processes):
                raise RuntimeError(f"no {what} after {seconds} s\n{self.logs()}")
            time.sleep(0.2)

    def logs(self):
        return "\n".join(f"== {p.name}\n" + "\n".join(p.read_text(errors="replace").splitlines()[-15:]) for p in sorted([*self.folder.glob("*.out"), *self.folder.glob("*.log")]))

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
