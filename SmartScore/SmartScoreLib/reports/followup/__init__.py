"""What pages say and show of earlier scans."""
