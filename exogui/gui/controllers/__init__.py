"""Main-thread owners of one worker each."""
