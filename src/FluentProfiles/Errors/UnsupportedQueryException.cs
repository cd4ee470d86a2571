namespace FluentProfiles;

/// <summary>The exception that is thrown when a query can't be planned. The message quotes the unsupported part as C#
/// (with captured values as <c>?</c>) and suggests an alternative. Nothing was sent.</summary>
/// <param name="message">A message that states the unsupported part and the alternative.</param>
public sealed class UnsupportedQueryException(string message) : NotSupportedException(message);
