"""A client of another language: Debian's requests and python-socketio. Signs in, posts an item with a picture, chats
and rents, as PRODUCT.md 6 and 8 say. Prints one JSON line of what it saw; any surprise ends it with a traceback."""
import datetime
import json
import sys
import threading
import uuid

import requests
import socketio

base, picture_path, lender_email, renter_email, password = sys.argv[1:6]
api = base + "/api/v1"


def sign_in(email):
    answer = requests.post(api + "/auth/token", json={"email": email, "password": password}, timeout=20)
    assert answer.status_code == 200, answer.text
    session = requests.Session()
    session.headers["Authorization"] = "Bearer " + answer.json()["accessToken"]
    return session, answer.json()["accessToken"]


def ask(session, method, path, status, **kwargs):
    answer = session.request(method, api + path, timeout=20, **kwargs)
    assert answer.status_code == status, (method, path, answer.status_code, answer.text)
    return answer.json() if answer.content else None


lender, lender_token = sign_in(lender_email)
renter, renter_token = sign_in(renter_email)

with open(picture_path, "rb") as file:
    picture = file.read()
form = ask(lender, "POST", "/uploads", 201, json={"contentType": "image/png", "bytes": len(picture)})
posted = requests.post(form["url"], data=form["fields"], files={"file": ("picture.png", picture, "image/png")}, timeout=20)
assert posted.status_code == 204, posted.text

category = ask(lender, "GET", "/categories", 200)["data"][0]["id"]
fields = {"section": "OFFER", "categoryId": category, "title": "파이썬으로 올린 텐트", "body": "4인용이에요.",
          "priceWon": 10000, "priceUnit": "DAY", "autoRelist": True, "images": [{"uploadKey": form["key"]}]}
key = str(uuid.uuid4())
item = ask(lender, "POST", "/items", 201, json=fields, headers={"Idempotency-Key": key})
again = ask(lender, "POST", "/items", 201, json=fields, headers={"Idempotency-Key": key})
assert again["id"] == item["id"], "the same key made two items"
image = requests.get(item["cover"]["baseUrl"] + "/320.webp", timeout=20)
assert image.status_code == 200 and image.headers["content-type"] == "image/webp", image.status_code

room = ask(renter, "POST", "/rooms", 201, json={"itemId": item["id"]})

received = []
has_come = threading.Event()


def connect(token):
    client = socketio.Client()
    client.connect(base, namespaces=["/chat"], auth={"token": token}, wait_timeout=20)
    return client


at_lender = connect(lender_token)
at_renter = connect(renter_token)


@at_lender.on("message:new", namespace="/chat")
def on_message(message):
    received.append(message)
    has_come.set()


joined = at_lender.call("room:join", {"roomId": room["id"]}, namespace="/chat", timeout=20)
assert joined["ok"], joined
sent = at_renter.call(
    "message:send", {"roomId": room["id"], "clientId": str(uuid.uuid4()), "body": "안녕하세요, 파이썬이에요"},
    namespace="/chat", timeout=20)
assert sent["ok"] and sent["message"]["seq"] == 1, sent
assert has_come.wait(20), "the message did not come"
assert received[0]["id"] == sent["message"]["id"], received
refused = at_renter.call("room:join", {"roomId": str(uuid.uuid4())}, namespace="/chat", timeout=20)
assert refused["error"]["code"] == "NOT_FOUND", refused
at_lender.disconnect()
at_renter.disconnect()

start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
period = {"startsAt": start.isoformat(), "endsAt": (start + datetime.timedelta(days=2)).isoformat()}
rental = ask(renter, "POST", "/rentals", 201, json={"roomId": room["id"], **period})
accepted = ask(lender, "POST", "/rentals/" + rental["id"] + "/accept", 200)
ask(lender, "POST", "/rentals/" + rental["id"] + "/hand-over", 200)
ended = ask(lender, "POST", "/rentals/" + rental["id"] + "/end", 200)
review = ask(renter, "POST", "/rentals/" + rental["id"] + "/reviews", 201, json={"stars": 5, "body": "좋았어요"})
problem = ask(renter, "POST", "/rentals/" + rental["id"] + "/reviews", 409, json={"stars": 5, "body": "또"})
print(json.dumps({"total": rental["totalWon"], "accepted": accepted["status"], "ended": ended["status"],
                  "stars": review["stars"], "code": problem["code"]}))
