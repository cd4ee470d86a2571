namespace Mirror.Serving.Failing;

/// <summary>A visitor has sent what can't be.</summary>
/// <param name="words">What the visitor may send.</param>
/// <param name="cause">The details, for the log.</param>
internal sealed class BadInputException(string words, Exception cause) : Exception(words, cause);
