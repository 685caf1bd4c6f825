"""What words stand for: labels and their lists, titles, offices, boxes, money. Nothing of cells."""
