"""The studio's pages: each is one question to the folder, asked anew each time."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from flask import Response, abort, render_template
from werkzeug.exceptions import NotFound

from pipeline.preview import drafts, guard, tree


@dataclass(frozen=True)
class Pages:
    """The pages over one folder.

    Attributes:
        folder: Where the drafts are; it may be missing or empty.
        brand_name: Whose drafts these are: stands on the pages and as the author of the posts.
    """

    folder: Path
    brand_name: str

    def index(self) -> str:
        """All drafts, newest first."""
        version = self.version()  # before reading: what changes meanwhile shows as a newer version, and is read again
        found = [drafts.read(name, folder) for name, folder in tree.draft_folders(self.folder).items()]
        found.sort(key=lambda draft: draft.changed, reverse=True)
        return self._page("index.html", version, drafts=found, folder_name=str(self.folder))

    def draft(self, name: str) -> str:
        """One draft."""
        version = self.version()
        return self._page("draft.html", version, draft=drafts.read(name, self._draft_folder(name)))

    def mail(self, name: str) -> Response:
        """The newsletter as it would be sent, held so that it can run, send and load nothing but pictures."""
        response = self._file(self._draft_folder(name), "newsletter.html", "text/html")
        response.headers["Content-Security-Policy"] = guard.MAIL_POLICY
        return response

    def card(self, name: str) -> Response:
        """A quote card: `name` is the draft's name, `/cards/`, and a file that the draft really has."""
        draft, _, file = f"/{name}".rpartition("/cards/")
        folder = self._draft_folder(draft.removeprefix("/"))
        if not drafts.is_card(f"cards/{file}"):
            abort(HTTPStatus.NOT_FOUND)
        return self._file(folder, f"cards/{file}", drafts.CARDS[PurePosixPath(file).suffix])

    def version(self) -> str:
        """What changes whenever a draft changes: see `tree.version`."""
        return tree.version(self.folder)

    def missing(self, _error: NotFound) -> tuple[str, int]:
        """The page for what is not there. It too asks for the version: a draft that is built anew comes back."""
        return self._page("missing.html", self.version()), HTTPStatus.NOT_FOUND

    def _page(self, template: str, version: str, **variables: object) -> str:
        return render_template(template, version=version, brand_name=self.brand_name, **variables)

    def _draft_folder(self, name: str) -> Path:
        return tree.draft_folders(self.folder).get(name) or abort(HTTPStatus.NOT_FOUND)

    def _file(self, folder: Path, name: str, kind: str) -> Response:
        if name not in tree.files(folder, 1):
            abort(HTTPStatus.NOT_FOUND)
        try:
            return Response((folder / name).read_bytes(), mimetype=kind)
        except OSError:  # gone since it was listed, or not ours to read
            abort(HTTPStatus.NOT_FOUND)
