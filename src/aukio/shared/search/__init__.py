"""Search over everything public, in Finnish, Swedish and English, whatever form a word takes."""
