namespace FluentProfiles;

/// <summary>A query that can't be planned. The message quotes the part at fault as C# (captured values as <c>?</c>) and says
/// what to write instead. Nothing was sent.</summary>
/// <param name="message">The part at fault and the alternative.</param>
public sealed class UnsupportedQueryException(string message) : NotSupportedException(message);
