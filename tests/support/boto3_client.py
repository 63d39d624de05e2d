"""Drives an S3 endpoint with boto3 and prints what happened as one JSON object.

Arguments: endpoint, region, bucket, access key, secret key.
"""

import json
import sys
import urllib.error
import urllib.request
import uuid

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, region, bucket, access_key, secret_key = sys.argv[1:6]


def make_client(secret):
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=region,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret,
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 0}),
    )


def code_of(action):
    try:
        action()
        return "none"
    except ClientError as error:
        return error.response["Error"]["Code"]


def open_url(request):
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        text = error.read().decode("utf-8")
        return error.code, text.split("<Code>")[1].split("</Code>")[0]


def post(form, content, changes=None):
    boundary = uuid.uuid4().hex
    fields = {**form["fields"], **(changes or {})}
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="p.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    body = b"".join(parts) + head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    return open_url(urllib.request.Request(form["url"], data=body, headers=headers, method="POST"))


s3 = make_client(secret_key)
found = {}

s3.head_bucket(Bucket=bucket)
found["location"] = s3.get_bucket_location(Bucket=bucket)["LocationConstraint"]
keys = ["py/a", "py/a/b", "py/한글 & <x>", "py/../up", "py/c+d?e#f"]
for key in keys:
    s3.put_object(Bucket=bucket, Key=key, Body=key.encode(), ContentType="text/plain", Metadata={"of": "boto3"})
found["bodies"] = [s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode() == key for key in keys]
head = s3.head_object(Bucket=bucket, Key="py/a")
found["head"] = [head["ContentLength"], head["ContentType"], head["Metadata"]]
found["range"] = s3.get_object(Bucket=bucket, Key="py/a", Range="bytes=1-2")["Body"].read().decode()
pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="py/", PaginationConfig={"PageSize": 2})
found["listed"] = sorted(item["Key"] for page in pages for item in page.get("Contents", [])) == sorted(keys)
folders = s3.list_objects_v2(Bucket=bucket, Prefix="py/", Delimiter="/")
found["folders"] = sorted(item["Prefix"] for item in folders["CommonPrefixes"])

url = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": "py/한글 & <x>"}, ExpiresIn=60)
found["presigned"] = open_url(url)[0]
found["presigned_changed"] = open_url(url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))
put_url = s3.generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": "py/put"}, ExpiresIn=60)
found["presigned_put"] = open_url(urllib.request.Request(put_url, data=b"x", method="PUT"))[0]

form = s3.generate_presigned_post(
    bucket,
    "py/posted/${filename}",
    Fields={"Content-Type": "image/jpeg", "success_action_status": "201"},
    Conditions=[
        ["starts-with", "$Content-Type", "image/"],
        {"success_action_status": "201"},
        ["content-length-range", 2, 10],
    ],
    ExpiresIn=60,
)
found["post"] = post(form, b"12345")[0]
found["posted"] = s3.get_object(Bucket=bucket, Key="py/posted/p.jpg")["Body"].read().decode()
found["post_refused"] = [
    post(form, b"1"),
    post(form, b"12345678901"),
    post(form, b"12345", {"Content-Type": "text/html"}),
    post(form, b"12345", {"key": "other/x"}),
    post(form, b"12345", {"acl": "public-read"}),
    post(form, b"12345", {"x-amz-signature": "0" * 64}),
]

found["wrong_secret"] = code_of(lambda: make_client("wrong").put_object(Bucket=bucket, Key="x", Body=b"x"))
found["missing"] = code_of(lambda: s3.get_object(Bucket=bucket, Key="none"))
found["other_bucket"] = code_of(lambda: s3.list_objects_v2(Bucket="other"))

s3.delete_object(Bucket=bucket, Key="py/a")
removed = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key} for key in keys]})
found["removed"] = [len(removed["Deleted"]), removed.get("Errors", [])]
rest = s3.list_objects_v2(Bucket=bucket)
found["left"] = [item["Key"] for item in rest.get("Contents", [])]
print(json.dumps(found))
