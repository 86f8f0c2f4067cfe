"""The parts of the window. They call no service: they emit signals."""
