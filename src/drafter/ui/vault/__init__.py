"""The passphrase of the library: the locked page, setting and changing it, the system's keyring."""
