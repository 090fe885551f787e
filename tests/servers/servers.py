"""A real WordPress and a real nginx on loopback ports of their own, in a folder that goes with them."""
import contextlib, getpass, pathlib, shutil, socket, subprocess, time, urllib.error, urllib.request

WORDPRESS = pathlib.Path("/usr/share/wordpress")
PHP = pathlib.Path(__file__).with_name("wordpress.php")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read()


class Server:
    """A program that runs until stop(); `ready` says when it serves."""

    def __init__(self, command, log, ready):
        self.process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(300):
            if self.process.poll() is not None:
                raise SystemExit(f"{command[0]} ended at once; see {log.name}")
            if ready():
                return
            time.sleep(0.1)
        self.stop()
        raise SystemExit(f"{command[0]} does not answer; see {log.name}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def answers(url):
    def ready():
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True
    return ready


class Database(Server):
    def __init__(self, folder):
        data, self.socket = folder / "database", folder / "database.socket"
        user = f"--user={getpass.getuser()}"
        with open(folder / "database.log", "wb") as log:
            subprocess.run(["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--skip-test-db", user,
                            "--auth-root-authentication-method=normal"], check=True, stdout=log, stderr=log)
            super().__init__(["/usr/sbin/mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={self.socket}",
                              f"--pid-file={folder}/database.pid", "--skip-networking", user], log, self.socket.exists)
        subprocess.run(["mariadb", "--no-defaults", f"--socket={self.socket}", "-u", "root", "-e",
                        "create database wordpress character set utf8mb4"], check=True)


class WordPress(Server):
    """Debian's WordPress with PHP's own server; `pretty`: addresses of words, else of numbers ("?p=3")."""

    def __init__(self, folder, database, pretty):
        self.root = folder / "wordpress"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        shutil.copytree(WORDPRESS, self.root, symlinks=False, ignore_dangling_symlinks=True)
        (self.root / "wp-config.php").write_text(f"""<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{database.socket}');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '{self.url}');
define('WP_SITEURL', '{self.url}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
require_once __DIR__ . '/wp-settings.php';
""", encoding="utf-8")
        (self.root / "router.php").write_text("""<?php
$path = __DIR__ . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($path))
    return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
""", encoding="utf-8")
        self.php("install", "pretty" if pretty else "plain")
        self.log = open(folder / "wordpress.log", "wb")
        super().__init__(["php", "-S", f"127.0.0.1:{self.port}", "-t", str(self.root), str(self.root / "router.php")],
                         self.log, answers(self.url))

    def php(self, *arguments, text=""):
        """One act of wordpress.php inside this WordPress; its output."""
        return subprocess.run(["php", str(PHP), str(self.root), *map(str, arguments)], input=text, text=True,
                              check=True, stdout=subprocess.PIPE).stdout

    def publish(self, title, day, html):
        return int(self.php("publish", title, day.isoformat(), text=html))

    def edit(self, post, html):
        self.php("edit", post, text=html)


class Nginx(Server):
    """Serves the files of a folder, text packed."""

    def __init__(self, folder):
        self.files = folder / "files"
        self.files.mkdir()
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.requests = folder / "nginx.access"
        user = f"user {getpass.getuser()};" if getpass.getuser() == "root" else ""
        configuration = folder / "nginx.conf"
        configuration.write_text(f"""{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.error;
events {{ }}
http {{
    types {{ application/rss+xml xml; application/pdf pdf; }}
    log_format asked '$request $status $sent_http_content_encoding';
    access_log {self.requests} asked;
    gzip on;
    gzip_types application/rss+xml;
    client_body_temp_path {folder}/nginx.body;
    proxy_temp_path {folder}/nginx.proxy;
    fastcgi_temp_path {folder}/nginx.fastcgi;
    uwsgi_temp_path {folder}/nginx.uwsgi;
    scgi_temp_path {folder}/nginx.scgi;
    server {{ listen 127.0.0.1:{port}; root {self.files}; }}
}}
""", encoding="utf-8")
        log = open(folder / "nginx.log", "wb")
        super().__init__(["/usr/sbin/nginx", "-e", f"{folder}/nginx.error", "-c", str(configuration)], log,
                         answers(self.url))


@contextlib.contextmanager
def running(*makers):
    """Starts servers one after the other, each made with those before it, and stops them in reverse."""
    with contextlib.ExitStack() as stack:
        started = []
        for make in makers:
            server = make(*started)
            stack.callback(server.stop)
            started.append(server)
        yield started
