using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Writes what code does. A named method is known by its name. The compiler numbers lambdas anew with each change of the
/// program, so that a lambda's name may become another's: it is known by its instructions, the members that they name, and the simple
/// values that it captures and does not change.</summary>
internal sealed class CodeIdentity
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly StringBuilder text = new();
    private readonly HashSet<MethodBase> seen = [];
    private readonly HashSet<FieldInfo> read = [];
    private readonly HashSet<FieldInfo> written = [];

    public static string Of(Delegate code)
    {
        CodeIdentity identity = new();
        identity.AppendMethod(code.Method);
        if (code.Target is { } target)
            identity.AppendCaptured(target, depth: 0);
        return identity.text.ToString();
    }

    private static bool IsGenerated(string name) => name.Contains('<', StringComparison.Ordinal);

    private void AppendMethod(MethodBase method)
    {
        if (!IsGenerated(method.Name) || InstructionsOf(method) is not { } instructions)
            text.Append(method.DeclaringType).Append('.').Append(method).Append(' ');
        else if (seen.Add(method))
            AppendInstructions(method, instructions);
    }

    // Without the bodies of methods, as in an application compiled ahead of time, the name is all there is.
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "A body that was trimmed is null or compares as another."
    )]
    private static byte[]? InstructionsOf(MethodBase method) => method.GetMethodBody()?.GetILAsByteArray();

    private void AppendInstructions(MethodBase method, byte[] il)
    {
        text.Append('{').AppendJoin(',', method.GetParameters().Select(one => one.ParameterType)).Append(';');
        for (var at = 0; at < il.Length; )
        {
            var code = OpCodesByValue[il[at] == 0xfe ? (short)(0xfe00 | il[++at]) : il[at]];
            at++;
            text.Append(code.Value).Append(' ');
            var length = OperandLength(code, il, at);
            if (MemberOf(code.OperandType))
                AppendMember(method, code, BitConverter.ToInt32(il, at));
            else
                text.Append(Convert.ToHexString(il, at, length)).Append(' ');
            at += length;
        }
        text.Append('}');
    }

    private static bool MemberOf(OperandType operand) =>
        operand
            is OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineType
                or OperandType.InlineString
                or OperandType.InlineSig;

    private static int OperandLength(OpCode code, byte[] il, int at) =>
        code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
            _ => 4,
        };

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "The instructions that name the member keep it."
    )]
    private void AppendMember(MethodBase method, OpCode code, int token)
    {
        var module = method.Module;
        if (code.OperandType == OperandType.InlineString)
        {
            ValueIdentity.Append(text, module.ResolveString(token));
            return;
        }
        if (code.OperandType == OperandType.InlineSig)
            return;
        var member = module.ResolveMember(
            token,
            method.DeclaringType?.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null
        );
        if (member is FieldInfo field)
            (code == OpCodes.Stfld || code == OpCodes.Ldflda ? written : read).Add(field);
        if (member is MethodBase called)
            AppendMethod(called);
        else
            text.Append(
                    member is null || IsGenerated($"{member.DeclaringType}{member}")
                        ? "<>"
                        : $"{member.DeclaringType}.{member}"
                )
                .Append(' ');
    }

    /// <summary>The values of the variables that the code reads and does not set. What an object holds may change from page to page, so
    /// only values that can't change count.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2075",
        Justification = "A field that was trimmed away is one that no code reads."
    )]
    private void AppendCaptured(object target, int depth)
    {
        var fields = target.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        foreach (var field in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            if (!read.Contains(field) || written.Contains(field))
                continue;
            var value = field.GetValue(target);
            if (value is not null && value.GetType().IsDefined(typeof(CompilerGeneratedAttribute)) && depth < 8)
                AppendCaptured(value, depth + 1);
            else if (IsSimple(value))
                ValueIdentity.Append(text.Append(CultureInfo.InvariantCulture, $"{field.FieldType} "), value);
        }
    }

    private static bool IsSimple(object? value) =>
        value
            is null
                or string
                or Enum
                or decimal
                or DateTime
                or DateTimeOffset
                or DateOnly
                or TimeOnly
                or TimeSpan
                or Guid
        || value.GetType().IsPrimitive;
}
