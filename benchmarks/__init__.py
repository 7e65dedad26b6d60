"""What takes how long, as ratios against a bare library in the same run; `make bench` prints them."""
