using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Records in an exception of the caller's code which condition or selector threw it. A message such as "Value cannot be
/// null. (Parameter 'key')" does not say so.</summary>
internal static class FailureTrace
{
    /// <summary>The key in <see cref="Exception.Data"/>.</summary>
    public const string Key = "FluentProfiles.Expression";

    /// <summary>Records the expression as C#, without values.</summary>
    /// <returns>False, always: as the filter of a catch clause it leaves the exception and its stack as they are. What such a
    /// filter throws itself, as <see cref="Exception.Data"/> of a type of the caller's may, is dropped by the runtime.</returns>
    public static bool Record(Exception exception, LambdaExpression lambda)
    {
        if (!exception.Data.IsReadOnly)
            exception.Data[Key] = CSharpText.Of(lambda, redact: true);
        return false;
    }
}
