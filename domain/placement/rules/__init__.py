"""The law and policy that a placement obeys, topic by topic, a function a rule."""
