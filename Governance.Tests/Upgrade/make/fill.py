"""Fills a server of 22800f9 that has the demo: fill.py ADDRESS ADMIN_KEY MANIFEST. Writes what a test needs to know of it to the manifest."""
import json, re, sys, time
import subscriber
from client import Api, Browser, totp
from story import DECISIONS, Story

address, admin_key, manifest_path = sys.argv[1:]
PASSWORD = "lang setning om fjell"
root, admin = Api(address, admin_key), Api(address, admin_key, "tusen")
moments = []


def until(so):
    for _ in range(600):
        if so():
            return
        time.sleep(0.1)
    raise SystemExit("It did not come about within a minute.")


def make_keys():
    keys = {}
    for name, role, cluster, more in [
            ("all admin", "admin", None, {}), ("all reader", "reader", None, {}), ("all secretary", "secretary", None, {}), ("tusen reader", "reader", "tusen", {}), ("tusen secretary", "secretary", "tusen", {}),
            ("tusen admin", "admin", "tusen", {}), ("alrek secretary", "secretary", "alrek", {}), ("expiring", "reader", "tusen", {"expiresAt": "2027-06-30T12:00:00Z"}), ("revoked", "admin", "tusen", {})]:
        made = root.post("/keys", {"name": name, "role": role, **({"cluster": cluster} if cluster else {}), **more})
        keys[name] = {"id": made["id"], "name": name, "secret": made["key"], "role": role, "cluster": cluster, **more}
    root.send("DELETE", f"/keys/{keys['revoked']['id']}")
    return keys


def make_accounts():
    accounts, browsers = {}, {}
    for word, name, grants in [
            ("secretary", "Ada Oppdiktet", [{"role": "secretary", "cluster": "tusen"}]), ("second-factor", "Bo Oppdiktet", [{"role": "admin", "cluster": "tusen"}, {"role": "reader", "cluster": "alrek"}]),
            ("linked", "Cato Oppdiktet", [{"role": "reader", "cluster": "tusen"}]), ("disabled", "Dina Oppdiktet", [{"role": "secretary", "cluster": "tusen"}])]:
        made = root.post("/accounts", {"login": f"{word}@example.org", "name": name, "grants": grants})
        accounts[word] = {"id": made["id"], "login": made["login"], "name": name}
        if word == "linked":
            # The latest link is the one that holds.
            accounts[word]["link"] = root.post(f"/accounts/{made['id']}/password-link")["link"]
            continue
        browser = browsers[word] = Browser(address)
        browser.submit(made["passwordLink"], {"Password": PASSWORD, "Again": PASSWORD}, "Password", made["passwordLink"])
        browser.sign_in(made["login"], PASSWORD)
        accounts[word]["password"] = PASSWORD
    bo = browsers["second-factor"]
    bo.submit("/account/second-factor", {"Password": PASSWORD}, "Password")
    secret = re.search(r'<code class="secret">([^<]*)', bo.open("/account/second-factor"))[1].replace(" ", "")
    shown = bo.submit("/account/second-factor", {"Code": totp(secret)}, "Code")
    accounts["second-factor"].update(totpSecret=secret, recoveryCodes=re.findall(r"<code>([^<]*)</code>", shown))
    # On the way in, between the password and the code.
    between = Browser(address)
    between.sign_in("second-factor@example.org", PASSWORD)
    accounts["second-factor"]["codeCookie"] = between.cookie("governance-code")
    root.send("PATCH", f"/accounts/{accounts['disabled']['id']}", {"disabled": True})
    for word in ("secretary", "second-factor"):
        accounts[word]["session"] = browsers[word].cookie("governance")
    return accounts, browsers["secretary"]


def make_webhooks():
    target = subscriber.start()
    hooks = {}
    for word, more in [("taken", {"description": "Nettstedet"}), ("refusing", {}), ("away", {"types": ["decision-recorded", "took-effect"]}), ("gone", {}), ("inside", {"audience": "reader", "lang": "en"})]:
        hooks[word] = admin.post("/webhooks", {"url": f"{target}/{word}", **more})
    hooks["paused"] = admin.post("/webhooks", {"url": f"{target}/paused", "enabled": False, "after": 500})
    hooks["inside"] = admin.post(f"/webhooks/{hooks['inside']['id']}/secret")
    return hooks


def settle_webhooks(hooks):
    one = lambda word: admin.get(f"/webhooks/{hooks[word]['id']}")
    for word in ("taken", "inside", "refusing"):
        until(lambda: one(word)["behind"] == 0)
    until(lambda: one("away")["failure"]["attempts"] >= 3)
    until(lambda: one("gone")["state"] == "stopped")
    # Paused where it stands, so that it fails no more until a test has it go on.
    admin.send("PATCH", f"/webhooks/{hooks['away']['id']}", {"enabled": False})
    assert admin.get(f"/webhooks/{hooks['refusing']['id']}/dead-letters")["deadLetters"]
    return {word: {"id": hook["id"], "secret": hook["secret"], "position": one(word)["position"]} for word, hook in hooks.items()}


def make_people(story, keys):
    people = {}
    secretary, second = Api(address, keys["tusen secretary"]["secret"], "tusen"), Api(address, keys["all admin"]["secret"], "tusen")
    for word, person in {
            "private": {"name": "Oppdiktet Privat", "email": "privat@example.org", "phone": "55 00 00 00", "gender": "female", "externalIds": [{"scheme": "hpr", "identifier": "1234567"}]},
            "unlisted": {"name": "Oppdiktet Skjult", "unlisted": True}, "erased": {"name": "Oppdiktet Slettet", "email": "slettet@example.org"}, "asked": {"name": "Oppdiktet Bedt"},
            "double": {"name": "Oppdiktet Dobbel"}, "kept": {"name": "Oppdiktet Dobbelt"}}.items():
        people[word] = secretary.post("/people", person)["id"]
    secretary.send("PATCH", f"/people/{people['private']}", {"title": "direktør", "effectiveFrom": "2020-01-01"})
    for i, word in enumerate(["private", "unlisted", "erased", "asked", "double"]):
        story.decide([{"type": "appoint", "body": story.bodies[i], "role": "adviser", "person": people[word], "termThrough": "2028-12-31"}], story.board)
    story.decide([], title="Takk", text="Takk til Oppdiktet Slettet.", note="Uten navn.")
    secretary.post("/meetings", {"body": story.board, "number": "99/2026", "heldOn": "2026-11-01", "attendance": [{"person": people["private"], "note": "Kom sent."}, {"person": people["kept"], "present": False}]})
    secretary.post(f"/people/{people['double']}/merge", {"into": people["kept"]})
    for api in (admin, second):
        api.send("DELETE", f"/people/{people['erased']}")
    second.send("DELETE", f"/people/{people['asked']}")
    # Looked at, so that it is noted who was shown what.
    secretary.get(f"/people/{people['private']}")
    admin.get(f"/people/{people['private']}/access")
    return people


def make_drafts(browser, story):
    renamed = next(m["id"] for m in reversed(story.made) if m["changes"] and m["changes"][0]["type"] == "adopt-mandate")
    leads = {
        "new": browser.submit("/tusen/record?add=establish-body", {"title": "Utkast til ny gruppe", "caseNumber": "2001/26", "decidedOn": "2026-11-29", "changes[0].kind": "working-group", "changes[0].name": "Oppdiktet gruppe i utkast", "do": "save"}, "sent", "/tusen/record"),
        "half": browser.submit("/tusen/record?add=rename-body", {"title": "Halvferdig utkast", "caseNumber": "2002/26", "decidedOn": "neste tirsdag", "do": "save"}, "sent", "/tusen/record"),
        "correction": browser.submit(f"/tusen/decisions/{renamed}/correct", {"title": "Rettet tittel i utkast", "reason": "Skrivefeil i utkast.", "do": "save"}, "sent"),
        "recorded": browser.submit("/tusen/record", {"title": "Vedtak fra utkast", "caseNumber": "2003/26", "decidedOn": "2026-11-28", "do": "save"}, "sent", "/tusen/record")}
    drafts = {word: re.search(r"/drafts/([0-9a-f-]{36})", lead)[1] for word, lead in leads.items()}
    became = browser.submit(f"/tusen/drafts/{drafts['recorded']}/preview", {}, "version")
    return {"ids": drafts, "corrects": renamed, "became": re.search(r"/decisions/([0-9a-f-]{36})", became)[1]}


keys = make_keys()
accounts, browser = make_accounts()
admin.base = "/api"
admin.post("/clusters", {"id": "tusen", "name": "Tusen vedtak", "nameEn": "A thousand decisions", "foundedOn": "2000", "note": "Oppdiktet."})
admin.base = "/api/clusters/tusen"
story = Story(Api(address, None, "tusen"), keys, moments)
story.begin()
story.tell(DECISIONS - 30)
people = make_people(story, keys)
hooks = make_webhooks()
story.tell(DECISIONS - 1)
story.decide([{"type": "establish-body", "kind": "forum", "name": "Forum som kommer"}], story.board, effectiveFrom="2027-03-01")
secretary = Api(address, keys["tusen secretary"]["secret"], "tusen")
for finding in secretary.get("/findings")["findings"][:3]:
    secretary.post(f"/findings/{finding['id']}/acceptance", {"note": "Kjent, og greit."})
admin.send("PATCH", "", {"note": "Oppdiktet klynge med tusen vedtak."})
drafts = make_drafts(browser, story)
json.dump({"password": PASSWORD, "adminKey": admin_key, "moments": moments, "keys": keys, "accounts": accounts, "people": people, "webhooks": settle_webhooks(hooks), "drafts": drafts,
           "repeated": story.repeated}, open(manifest_path, "w"), ensure_ascii=False, indent=1)
