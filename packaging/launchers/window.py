"""What `exogui` in a bundle runs: the window, or a command."""

import sys

from exogui.__main__ import main

sys.exit(main())
