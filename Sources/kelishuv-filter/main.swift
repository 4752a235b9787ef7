print("filter")
