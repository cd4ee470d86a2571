using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.Encodings.Web;
using FluentProfiles.Expressions.Captured;

namespace FluentProfiles.Expressions.Text;

// Values and symbols.
internal sealed partial class CSharpText
{
    private static string ValueText(object? value) =>
        value switch
        {
            null => "null",
            string known => Quoted(known),
            bool flag => flag ? "true" : "false",
            '\'' => @"'\''",
            '"' => "'\"'",
            char letter => $"'{Escaped($"{letter}")}'",
            DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture),
            DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IEnumerable items when CapturedCollection.CanBeListed(items) => ItemsText(items),
            float number => number.ToString(CultureInfo.InvariantCulture) + "f",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ when value.GetType() is { IsValueType: true, Namespace: nameof(FluentProfiles) } => Quoted($"{value}"),
            _ => CSharpTypeName.Of(value.GetType()),
        };

    // JSON escapes what C# does, the same way.
    private static string Escaped(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);

    private static string Quoted(string text) => $"\"{Escaped(text)}\"";

    private static string ItemsText(IEnumerable items)
    {
        const int Shown = 3;
        var known = items.Cast<object?>().Take(Shown + 1).Select(ValueText).ToList();
        return known.Count > Shown ? $"[{string.Join(", ", known.Take(Shown))}, …]" : $"[{string.Join(", ", known)}]";
    }

    private static readonly Dictionary<ExpressionType, string> UnaryOperators = new()
    {
        [ExpressionType.Not] = "!",
        [ExpressionType.Negate] = "-",
        [ExpressionType.NegateChecked] = "-",
        [ExpressionType.OnesComplement] = "~",
    };

    private static readonly Dictionary<ExpressionType, string> Operators = new()
    {
        [ExpressionType.Equal] = "==",
        [ExpressionType.NotEqual] = "!=",
        [ExpressionType.LessThan] = "<",
        [ExpressionType.LessThanOrEqual] = "<=",
        [ExpressionType.GreaterThan] = ">",
        [ExpressionType.GreaterThanOrEqual] = ">=",
        [ExpressionType.AndAlso] = "&&",
        [ExpressionType.OrElse] = "||",
        [ExpressionType.And] = "&",
        [ExpressionType.Or] = "|",
        [ExpressionType.ExclusiveOr] = "^",
        [ExpressionType.LeftShift] = "<<",
        [ExpressionType.RightShift] = ">>",
        [ExpressionType.AddChecked] = "+",
        [ExpressionType.SubtractChecked] = "-",
        [ExpressionType.MultiplyChecked] = "*",
        [ExpressionType.Add] = "+",
        [ExpressionType.Subtract] = "-",
        [ExpressionType.Multiply] = "*",
        [ExpressionType.Divide] = "/",
        [ExpressionType.Modulo] = "%",
        [ExpressionType.Coalesce] = "??",
        [ExpressionType.Assign] = "=",
    };
}
