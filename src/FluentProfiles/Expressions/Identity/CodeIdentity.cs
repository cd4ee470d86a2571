using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.Identity;

/// <summary>Writes the identity of code. A named method is identified by its name. The compiler renumbers lambdas with each
/// change of the program, so a lambda is identified by its instructions and the members that they name. Captured values are
/// not part of it, because they may change from page to page, as a counter does.</summary>
internal sealed class CodeIdentity
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly StringBuilder text = new();
    private readonly HashSet<MethodBase> seen = [];

    public static string Of(Delegate code)
    {
        CodeIdentity identity = new();
        identity.AppendMethod(code.Method);
        return identity.text.ToString();
    }

    private static bool IsGenerated(string name) => name.Contains('<', StringComparison.Ordinal);

    private void AppendMethod(MethodBase method)
    {
        if (!IsGenerated(method.Name) || InstructionsOf(method) is not { } instructions)
            AppendName(method);
        else if (seen.Add(method))
            AppendInstructions(method, instructions);
    }

    // An application compiled ahead of time has no method bodies, so only the name is left.
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "A body that was trimmed is null or compares as another."
    )]
    private static byte[]? InstructionsOf(MethodBase method) => method.GetMethodBody()?.GetILAsByteArray();

    private void AppendInstructions(MethodBase method, byte[] il)
    {
        text.Append('{')
            .AppendJoin(',', method.GetParameters().Select(one => TypeName.Of(one.ParameterType)))
            .Append(';');
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
        if (member is MethodBase called)
            AppendMethod(called);
        else if (member is Type type)
            text.Append(IsNumbered(type) ? "<>" : TypeName.Of(type)).Append(' ');
        else if (member is not null)
            AppendName(member);
    }

    private void AppendName(MemberInfo member)
    {
        if (member.DeclaringType is not { } type || !IsNumbered(type))
            text.Append(MemberName.Of(member));
        else
            text.Append("<>").Append(IsGenerated(member.Name) ? "" : member.Name);
        text.Append(' ');
    }

    /// <summary>True for a class that holds what lambdas capture: the compiler numbers it.</summary>
    private static bool IsNumbered(Type type) => IsGenerated(type.Name) && !TypeName.IsAnonymous(type);
}
