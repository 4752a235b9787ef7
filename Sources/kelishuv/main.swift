print("kelishuv")
