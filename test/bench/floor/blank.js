// The least a page with an input can do: the floor of every start-up time.
document.body.append(document.createElement('textarea'));
