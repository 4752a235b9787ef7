print("kelishuv-fuzz")
