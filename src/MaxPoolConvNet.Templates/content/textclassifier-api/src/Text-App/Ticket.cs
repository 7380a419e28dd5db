namespace Text_App;

/// <summary>A request.</summary>
/// <param name="Text">The text to classify.</param>
public sealed record Ticket(string Text);
