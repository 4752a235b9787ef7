"""Reads the same Russian documents with natasha and with `kelishuv extract`, one core each, one after the other.

usage: compare.py KELISHUV [DOCUMENTS]

Prints documents a second of natasha's segmentation and names, of these with its dates and money, and of the whole extraction;
and the ratios. The documents are made from the Russian sample articles: paragraphs in new orders, other numbers; seeded.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time


def documents(count, length=1500):
    articles = [p.read_text("utf8") for p in sorted(pathlib.Path("Examples/articles").glob("*-ru-*.txt"))]
    paragraphs = [p for article in articles for p in article.split("\n\n") if p.strip()]
    rng = random.Random(1)
    for _ in range(count):
        rng.shuffle(paragraphs)
        text = ""
        for paragraph in paragraphs:
            if len(text) > length:
                break
            text += re.sub(r"(?<!\d)[1-9]\d{1,2}(?![\d.])", lambda _: str(rng.randint(10, 999)), paragraph) + "\n\n"
        yield text[:length + 200]


def natasha(texts):
    from natasha import DatesExtractor, Doc, MoneyExtractor, MorphVocab, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger, vocab = Segmenter(), NewsNERTagger(NewsEmbedding()), MorphVocab()
    dates, money = DatesExtractor(vocab), MoneyExtractor(vocab)

    def names(text):
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)

    names(texts[0])
    begin = time.process_time()
    for text in texts:
        names(text)
    alone = time.process_time() - begin
    begin = time.process_time()
    for text in texts:
        list(dates(text))
        list(money(text))
    return len(texts) / alone, len(texts) / (alone + time.process_time() - begin)


def kelishuv(program, texts, repeats):
    """CPU time, without that of reading the tables once, which a run over one document shows."""
    def run(lines):
        with tempfile.TemporaryFile() as file:
            file.write("".join(json.dumps({"text": t}, ensure_ascii=False) + "\n" for t in lines).encode("utf8"))
            file.seek(0)
            child = subprocess.Popen([program, "extract", "--jobs", "1"], stdin=file, stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            if status:
                sys.exit(f"{program} failed")
            return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    start, _ = run(texts[:1])
    seconds, memory = run(texts * repeats)
    return len(texts) * repeats / (seconds - start), memory


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500
    texts = list(documents(count))
    print(f"{count} documents of {sum(map(len, texts)) // count} characters, CPU seconds of one core")
    speed, memory = kelishuv(program, texts, 10)
    print(f"kelishuv extract, everything:           {speed:8.0f} documents/s, peak memory {memory:.0f} MB")
    names, everything = natasha(texts)
    print(f"natasha, segmentation and names:        {names:8.1f} documents/s; kelishuv is {speed / names:.0f} times as fast")
    print(f"natasha, with dates and money:          {everything:8.1f} documents/s; kelishuv is {speed / everything:.0f} times as fast")


main()
