// A service worker that does nothing: that it can be registered shows that this device trusts the connection.
