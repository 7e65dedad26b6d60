"""The ledger: all SQL and all state. What was seen, drafted, approved, and what became of it.

`store.py` opens it; every other file is functions over one connection, named by the question they answer or the change
they make. A change happens in one transaction of `Ledger.writing()`, and never during a call to a service.
"""
