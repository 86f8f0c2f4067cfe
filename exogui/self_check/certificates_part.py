"""Certificates as the system judges them. Asks nobody outside this computer."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.resources import resource_path
from exogui.self_check.part import PartFailed

if TYPE_CHECKING:
    import socket
    import ssl

_SECONDS = 10.0
_LISTENING_SECONDS = 0.1


def try_certificates() -> str:
    """The system's store can be had and, of a server that nobody vouches for, exogui wants nothing.

    Whether the store holds what Exotel's certificate needs can only be seen where there is a network.
    """
    import ssl

    import truststore

    from exogui.exotel.cancellation import CancelToken
    from exogui.exotel.errors import CertificateProblem, ExotelError
    from exogui.exotel.transport import Timeouts, Transport

    store = _store(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    quick = Timeouts(connect=_SECONDS, send=_SECONDS, answer=_SECONDS, whole_answer=_SECONDS)
    with _untrusted_server() as port:
        _shake_hands_unseen(port)  # so that what comes next is the certificate's doing
        try:
            Transport(CancelToken(), timeouts=quick).send("GET", f"https://127.0.0.1:{port}/")
        except CertificateProblem as error:
            refusal = error.reason.value
        except ExotelError as error:  # Wine's judgement has numbers that Windows does not know
            refusal = error.code.value
        else:
            raise PartFailed(say(texts.TRUSTS_ANYONE))
    return say(texts.CERTIFICATES, openssl=ssl.OPENSSL_VERSION, store=store, refusal=refusal)


def _store(context: ssl.SSLContext) -> str:
    """What the system trusts, in words."""
    import socket
    import ssl

    if sys.platform == "darwin":
        return say(texts.STORE_OF_MACOS)
    if sys.platform == "win32":  # gets others when they are needed: their number proves nothing
        return say(texts.STORE_OF_WINDOWS, len(ssl.enum_certificates("ROOT")))
    with contextlib.closing(
        context.wrap_socket(socket.socket(), server_hostname="localhost", do_handshake_on_connect=False)
    ) as wrapped:
        known = wrapped.context.cert_store_stats()["x509_ca"]
    folder = ssl.get_default_verify_paths().capath  # read only when a certificate is judged
    if not known and not folder:
        raise PartFailed(say(texts.EMPTY_STORE))
    return say(texts.STORE_OF_LINUX, known) if known else str(folder)


@contextlib.contextmanager
def _untrusted_server() -> Iterator[int]:
    """Shakes hands with whoever comes and says that there is nothing; gives its port."""
    import socket
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(resource_path("self_check/untrusted.pem"))
    closing = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(_LISTENING_SECONDS)
        server = threading.Thread(target=_serve, args=(listener, context, closing))
        server.start()
        try:
            yield listener.getsockname()[1]
        finally:
            closing.set()
            server.join()


def _serve(listener: socket.socket, context: ssl.SSLContext, closing: threading.Event) -> None:
    while not closing.is_set():
        with contextlib.suppress(OSError):  # nobody came, or somebody refused the certificate
            sock, _ = listener.accept()
            sock.settimeout(_SECONDS)
            with sock, context.wrap_socket(sock, server_side=True) as shaken:
                if shaken.recv(1):
                    shaken.sendall(b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n")


def _shake_hands_unseen(port: int) -> None:
    """As a client that trusts anyone. Raises OSError where the server itself does not work."""
    import socket
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", port), _SECONDS) as sock, context.wrap_socket(sock) as shaken:
        shaken.sendall(b"G")
        shaken.recv(1)
