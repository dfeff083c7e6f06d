"""A thorax made in code, with exact expected scores by arithmetic."""
