"""The old server as its users reach it: its API with a key, and its pages with a browser's cookies."""
import base64, hmac, html, json, re, struct, time, urllib.error, urllib.parse, urllib.request
from http.cookiejar import CookieJar, DefaultCookiePolicy


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Api:
    """Requests with a key; what is not answered as expected ends the script."""

    def __init__(self, address, key, cluster=None):
        self.address, self.key, self.base = address, key, f"/api/clusters/{cluster}" if cluster else "/api"

    def send(self, method, path, body=None, expect=(200, 201, 202, 204), headers=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + self.base + path, data, {"Content-Type": "application/json", **(headers or {})}, method=method)
        if self.key:
            request.add_header("Authorization", "Bearer " + self.key)
        try:
            with urllib.request.urlopen(request) as answer:
                status, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            status, text = refused.code, refused.read().decode()
        if status not in expect:
            raise SystemExit(f"{method} {self.base}{path}: {status} {text}\n{json.dumps(body, ensure_ascii=False)}")
        return json.loads(text) if text else None

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, body=None, **more):
        return self.send("POST", path, body, **more)


class Browser:
    """Somebody at the pages: cookies are kept, and a form is sent with all that its page filled in."""

    def __init__(self, address):
        # Cookies of plain http on this very machine.
        self.cookies = CookieJar(DefaultCookiePolicy(strict_ns_domain=DefaultCookiePolicy.DomainLiberal))
        self.address = address
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies), NoRedirect)

    def open(self, path, fields=None):
        data = None if fields is None else urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(self.address + path, data, {"Sec-Fetch-Site": "same-origin", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"})
        try:
            with self.opener.open(request) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as other:
            if other.code in (302, 303):
                return other.headers["Location"]
            raise SystemExit(f"{path}: {other.code} {other.read().decode()}")

    def submit(self, path, fields, having, to=None):
        """Sends the form on a page that has a field of that name. Returns where it leads, or the page that answers."""
        form = next(f for f in re.findall(r"<form.*?</form>", self.open(path), re.S) if f'name="{having}"' in f)
        filled = {}
        for tag in re.findall(r"<input[^>]*>", form):
            of = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
            if "name" in of and (of.get("type") not in ("checkbox", "radio") or re.search(r"\bchecked\b", tag)):
                filled[html.unescape(of["name"])] = html.unescape(of.get("value", ""))
        for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.S):
            filled[html.unescape(name)] = html.unescape(text)
        for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
            chosen = re.search(r'<option[^>]*value="([^"]*)"[^>]*\bselected', options) or re.search(r'<option[^>]*\bselected[^>]*value="([^"]*)"', options)
            filled[html.unescape(name)] = html.unescape(chosen[1]) if chosen else ""
        action = re.search(r'<form[^>]*action="([^"]*)"', form)
        return self.open(to or (html.unescape(action[1]) if action and action[1] else path), {**filled, **fields})

    def sign_in(self, login, password):
        return self.submit("/sign-in", {"Login": login, "Password": password}, "Password")

    def cookie(self, name):
        return next(c.value for c in self.cookies if c.name == name)


def totp(secret, at=None):
    """An authenticator's code."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(at or time.time()) // 30), "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7fffffff) % 1000000:06}"
