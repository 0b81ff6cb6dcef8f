"""Asks a server of 22800f9 every question that a test will ask of a newer one: answers.py ADDRESS MANIFEST FOLDER. Writes what was answered there: of each the SHA-256, of the weighty ones the body too, and the archives."""
import gzip, hashlib, json, sys, urllib.error, urllib.request

address, manifest_path, folder = sys.argv[1:]
manifest = json.load(open(manifest_path))
keys = {"public": None, "reader": manifest["keys"]["all reader"]["secret"], "secretary": manifest["keys"]["all secretary"]["secret"], "admin": manifest["keys"]["all admin"]["secret"]}
answers, bodies = [], {}


def ask(who, path, keep=False, without=()):
    """Under a made-up host's name, which stands in answers that hold addresses."""
    request = urllib.request.Request(address + path, headers={"Host": "governance.example", **({"Authorization": f"Bearer {keys[who]}"} if keys[who] else {})})
    try:
        with urllib.request.urlopen(request) as answer:
            status, body, head = answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as refused:
        status, body, head = refused.code, refused.read(), refused.headers
    if without:
        body = json.dumps({k: v for k, v in json.loads(body).items() if k not in without}, ensure_ascii=False, separators=(",", ":")).encode()
    if status >= 400 and "problem" in head.get("Content-Type", ""):
        body = b""
    if status >= 500:
        raise SystemExit(f"{path}: {status} {body}")
    digest = hashlib.sha256(body).hexdigest()
    answers.append({"who": who, "path": path, "status": status, "position": head.get("Governance-Position"), "sha256": digest, **({"without": list(without)} if without else {})})
    if keep:
        bodies[digest] = body.decode()
    return body


def ask_all(who, path, keep=False):
    """A list, piece by piece."""
    pieces, after = [], ""
    while True:
        pieces.append(json.loads(ask(who, path + after, keep)))
        if not pieces[-1].get("next"):
            return pieces
        after = f"&after={pieces[-1]['next']}"


def listed(path, name):
    return [one["id"] for piece in ask_all("admin", path) for one in piece[name]]


def all_of(cluster):
    base = f"/api/clusters/{cluster}"
    # First what changes when one is shown what is private.
    ask("admin", f"{base}/private-reads?limit=500", keep=True)
    ask("admin", f"{base}/retention", keep=True)
    days = ["2016-06-15", "2021-12-31", "2022-06-15", "2026-11-30", "2030-01-01"]
    known = manifest["moments"]
    points = [""] + [f"asOf={d}" for d in days] + [f"asOf={days[2]}&knownAt={k}" for k in known] + [f"knownAt={known[0]}&lang=en"]
    for who in ("public", "reader", "admin"):
        for at in points:
            query = f"?{at}" if at else ""
            for path in ("", "/structure", "/committees", "/bodies", "/partners", "/export/popolo.json", "/export/org.ttl", "/export/org.jsonld", "/export/members.csv"):
                ask(who, base + path + query, keep=path in ("/structure", "/committees") and at in ("", points[-1]))
            ask_all(who, f"{base}/people?limit=500&{at}", keep=at == "")
            ask_all(who, f"{base}/meetings?limit=500&{at}")
            if who != "public":
                ask(who, f"{base}/findings{query}", keep=at == "")
        for at in [""] + [f"&knownAt={k}" for k in known]:
            ask_all(who, f"{base}/history?limit=500{at}", keep=at == "")
            ask_all(who, f"{base}/decisions?limit=500{at}", keep=at == "")
            ask(who, f"{base}/names?name=Styringsgruppe{at}")
            ask(who, f"{base}/compare?from=2021-12-31&to=2022-12-31{at}")
            if who != "public":
                ask_all(who, f"{base}/history?view=audit&limit=500{at}", keep=at == "")
        for path in ("/changes?after=0&limit=500", "/changes?after=500&limit=500", "/changes?after=0&took=2022-01-01&limit=100", "/changes.atom", "/calendar.ics", "/history?from=2022-01-01&limit=500&lang=en",
                     "/reports/annual/2022", "/reports/annual/2022?format=md&lang=en", "/search?q=arbeidsgruppe", "/search?q=plan", "/search?q=Oppdiktet", "/search?q=fortrolig"):
            ask(who, base + path, keep=path.startswith("/changes?"))
    for who in ("public", "reader"):
        every = {"bodies": listed(f"{base}/bodies?limit=500", "bodies"), "partners": listed(f"{base}/partners?limit=500", "partners"),
                 "decisions": listed(f"{base}/decisions?limit=500", "decisions")[::9], "meetings": listed(f"{base}/meetings?limit=500", "meetings")[::7],
                 "people": listed(f"{base}/people?limit=500", "people")[::19]}
        for kind, ids in every.items():
            for one in ids:
                ask(who, f"{base}/{kind}/{one}")
                if kind == "bodies":
                    ask(who, f"{base}/bodies/{one}/history?limit=500")
    if cluster == "tusen":
        for who in ("public", "reader", "secretary"):
            for one in manifest["people"].values():
                ask(who, f"{base}/people/{one}", keep=True)
        for one in ("private", "double", "kept"):
            ask("admin", f"{base}/people/{manifest['people'][one]}/access", keep=True, without=("madeAt", "reads"))
        ask("admin", f"{base}/webhooks", keep=True)
        for hook in manifest["webhooks"].values():
            for path in ("", "/deliveries", "/dead-letters?lang=en"):
                ask("admin", f"{base}/webhooks/{hook['id']}{path}", keep=True)
    archive = ask("admin", f"{base}/export/events.ndjson")
    with gzip.GzipFile(f"{folder}/{cluster}.ndjson.gz", "wb", 9, mtime=0) as file:
        file.write(archive)


for one in ("alrek", "tusen"):
    all_of(one)
ask("admin", "/api/keys", keep=True)
ask("admin", "/api/accounts", keep=True)
with gzip.GzipFile(f"{folder}/answers.json.gz", "wb", 9, mtime=0) as file:
    file.write(json.dumps({"all": answers, "bodies": bodies}, ensure_ascii=False).encode())
print(f"{len(answers)} answers, {len(bodies)} of them whole")
